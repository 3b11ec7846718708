"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ComparableEvent, EventContext } from "#lib/events/event-context.ts";
import type { OpenEvent } from "#lib/events/queries/get-open-event.ts";
import { AnswerError, fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { pathSegment } from "#components/shell/path-segment.ts";

type Answers = { detail: OpenEvent; around: EventContext; comparable: { events: ComparableEvent[] } };

export type EventAnswer<Data> = {
  /** Of the event before, until this one's is there. */
  data: Data | undefined;
  isLate: boolean;
  error: AnswerError | null;
  again: () => void;
};

/** What the API says of an event. Whoever walks on before it came doesn't wait for it, nor does the database. */
export function useEventAnswer<Part extends keyof Answers>(eventId: string, part: Part): EventAnswer<Answers[Part]> {
  const { data, error, isPlaceholderData, refetch } = useQuery<Answers[Part]>(
    {
      queryKey: ["event", eventId, part],
      queryFn: ({ signal }) => fetchAnswer(`/api/events/${pathSegment(eventId)}/${part}`, { signal }),
      placeholderData: keepPreviousData,
    },
    queryClient,
  );
  return {
    data,
    isLate: isPlaceholderData,
    error: error === null ? null : error instanceof AnswerError ? error : new AnswerError("wrong"),
    again: () => void refetch(),
  };
}

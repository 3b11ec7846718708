"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Facet } from "#lib/events/facet.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { withTerms } from "#components/events/edit-filter.ts";
import { AnswerError } from "#components/explorer/fetch-answer.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { askFacet } from "./ask-facet.ts";
import { useCountedFilter } from "./counted-from.ts";

type Question = {
  name: FacetName;
  filter: EventFilter;
  asOf: number;
  limit: number;
  /** A part of the values' names; the server looks for it. */
  search?: string;
  /** Nobody asks for what nobody sees. */
  isEnabled: boolean;
};

export type FacetState = {
  /** The values as counted last; undefined: never. */
  facet: Facet | undefined;
  /** They were counted for another filter or commit, and the right counts are not there (yet). */
  isBefore: boolean;
  isCounting: boolean;
  trouble: AnswerError | null;
  again: () => void;
};

/**
 * The values of a field among what the rest of the filter leaves: the field's own terms would hide the values that one
 * could choose instead. What was counted before stays until the new counts are there, marked as what it is.
 */
export function useFacet({ name, filter, asOf, limit, search, isEnabled }: Question): FacetState {
  const others = useCountedFilter(withTerms(filter, name, []));
  const counted = `${eventFilterParams(others)} ${asOf}`;
  const { data, error, isFetching, refetch } = useQuery(
    {
      queryKey: ["facet", name, counted, limit, search ?? null],
      queryFn: ({ signal }) => askFacet({ field: name, filter: others, limit, asOf, search }, signal),
      enabled: isEnabled,
      // A lost connection is told, not waited for.
      networkMode: "always",
    },
    queryClient,
  );
  const [last, setLast] = useState<{ facet: Facet; counted: string }>();
  if (data && data !== last?.facet) setLast({ facet: data, counted });
  return {
    facet: data ?? last?.facet,
    // More of the same, or a part of it, is as right as before.
    isBefore: data === undefined && last !== undefined && last.counted !== counted,
    isCounting: isFetching,
    trouble: error === null ? null : error instanceof AnswerError ? error : new AnswerError("wrong"),
    again: () => void refetch(),
  };
}

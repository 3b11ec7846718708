"use client";
import { ArrowUp, WifiOff } from "lucide-react";
import { useOffline } from "next/offline";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { AnswerError } from "#components/explorer/fetch-answer.ts";
import type { Newest } from "./use-newest.ts";

type Props = { newest: Newest; isLive: boolean; trouble: AnswerError | null };

/** Over the table's rows, so that it moves none of them: what is new, and whether the server is there. */
export function GridStatus({ newest, isLive, trouble: given }: Props) {
  // Another list was asked for, and waits for the server.
  const trouble = useOffline() ? new AnswerError("lost") : given;
  const { events, isPending, show } = newest;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-20 flex flex-col items-center gap-2 print:hidden">
      {trouble !== null && (
        <p role="status" className="flex items-center gap-2 rounded-md border border-failure bg-failure-wash px-3 py-1">
          <WifiOff className="size-3.5 shrink-0 text-failure" aria-hidden="true" />
          {trouble.message}
        </p>
      )}
      {events > 0 && (
        <button
          type="button"
          title="Show them, at the top (N)"
          disabled={isPending}
          onClick={show}
          className="pointer-events-auto flex items-center gap-1.5 rounded-md border border-brass bg-brass px-3 py-1 font-medium text-paper shadow-popover"
        >
          <ArrowUp className="size-3.5" aria-hidden="true" />
          {formatCount(events)} new
        </button>
      )}
      <p role="status" className="sr-only">
        {events > 0 && countOf(events, "new event")}
        {isLive && events === 0 && newest.marked.size > 0 && `${countOf(newest.marked.size, "new event")} shown`}
      </p>
    </div>
  );
}

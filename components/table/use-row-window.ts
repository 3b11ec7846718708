"use client";
import { type QueryKey } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { EventPage } from "#lib/events/event-page.ts";
import type { ExplorerPage } from "#lib/events/queries/explorer-page.ts";
import { AnswerError, fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { missingCursors, openWindow, type RowWindow, withoutFar, withPage } from "./row-window.ts";

/** Rows fetched before they come in sight, and rows held out of sight. */
const AHEAD = 60;
const HELD = 600;

/** Where a window begins: at an end of the list, or at the row of an index. */
export type OpenedAt = "start" | "end" | number;

export type Rows = {
  window: RowWindow;
  openedAt: OpenedAt;
  /** Counts the windows: another one begins at its own place. */
  generation: number;
  asOf: number;
  /** The id of the event that stands among the others without matching. */
  outsideId: string | null;
  /** Why a page didn't come, by its cursor. */
  troubles: ReadonlyMap<string, AnswerError>;
  /** Fetches what lies in and near these rows, and lets go of what is far from them. */
  want: (view: { from: number; to: number }) => void;
  retry: () => void;
  /** Begins anew with a page. */
  reset: (page: EventPage, openedAt: OpenedAt) => void;
  /** One end of the list. @throws AnswerError */
  fetchEnd: (end: "start" | "end", asOf: number) => Promise<EventPage>;
};

/**
 * The rows of an endless list, fetched as they are wanted.
 * @param address filter and order as parameters.
 */
export function useRowWindow(first: ExplorerPage, firstAt: OpenedAt, address: string): Rows {
  const [state, setState] = useState(() => stateOf(first, firstAt, 0));
  const [troubles, setTroubles] = useState<ReadonlyMap<string, AnswerError>>(new Map());
  const view = useRef({ from: 0, to: 0 });
  const running = useRef(new Set<string>());

  const start = useCallback(
    (cursor: string, queryKey: QueryKey) => {
      running.current.add(cursor);
      fetchRows(queryKey, `${address}&cursor=${encodeURIComponent(cursor)}`)
        .finally(() => running.current.delete(cursor))
        .then(
          (page) =>
            setState((old) => ({ ...old, window: withoutFar(withPage(old.window, cursor, page), view.current, HELD) })),
          (error: unknown) => {
            if (error instanceof AnswerError) setTroubles((old) => new Map(old).set(cursor, error));
            // Nobody wanted it any more; by now somebody may.
            else setState((old) => ({ ...old }));
          },
        );
    },
    [address],
  );

  const want = useCallback(
    (next: { from: number; to: number }) => {
      view.current = next;
      const wanted = missingCursors(state.window, { from: next.from - AHEAD, to: next.to + AHEAD });
      for (const cursor of running.current) {
        if (!wanted.includes(cursor)) void queryClient.cancelQueries({ queryKey: keyOf(address, cursor) });
      }
      for (const cursor of wanted) {
        if (!running.current.has(cursor) && !troubles.has(cursor)) start(cursor, keyOf(address, cursor));
      }
      setState((old) => {
        const kept = withoutFar(old.window, next, HELD);
        return kept === old.window ? old : { ...old, window: kept };
      });
    },
    [state, troubles, start, address],
  );

  useEffect(() => () => void queryClient.cancelQueries({ queryKey: ["rows", address] }), [address]);

  const reset = useCallback((page: EventPage, openedAt: OpenedAt) => {
    setTroubles(new Map());
    setState((old) => stateOf(page, openedAt, old.generation + 1));
  }, []);
  const fetchEnd = useCallback(
    (end: "start" | "end", at: number) => {
      const place = `${address}&asOf=${at}${end === "end" ? "&at=end" : ""}`;
      return fetchRows(["rows", address, end, at], place);
    },
    [address],
  );
  return { ...state, troubles, want, retry: () => setTroubles(new Map()), reset, fetchEnd };
}

const stateOf = (page: EventPage & Partial<ExplorerPage>, openedAt: OpenedAt, generation: number) => ({
  window: openWindow(page),
  openedAt,
  generation,
  asOf: page.asOf,
  outsideId: page.isOutside === true ? (page.around ?? null) : null,
});
const keyOf = (address: string, cursor: string): QueryKey => ["rows", address, cursor];

/** Not kept beside the window, which holds what is near; not held back while the browser takes itself for offline. */
function fetchRows(queryKey: QueryKey, params: string): Promise<EventPage> {
  return queryClient.fetchQuery({
    queryKey,
    queryFn: ({ signal }) => fetchAnswer<EventPage>(`/api/explorer/rows?${params}`, { signal }),
    gcTime: 0,
    staleTime: 0,
    networkMode: "always",
  });
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { AnswerError, fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { queryClient } from "#components/explorer/query-client.ts";

const POLL_MS = 10_000;
const LIVE_POLL_MS = 5_000;
const TROUBLED_POLL_MS = 20_000;

export type Newer = {
  /** Matching events synced since what is shown. */
  events: number;
  /** The newest commit that was heard of; null: none yet. */
  asOf: number | null;
  trouble: AnswerError | null;
};

/**
 * What is new, asked every few seconds while somebody looks at the page.
 * @param filterParams the filter as parameters.
 */
export function useNewer(filterParams: string, asOf: number, isLive: boolean): Newer {
  const { data, error } = useQuery(
    {
      queryKey: ["newer", filterParams, asOf],
      queryFn: ({ signal }) =>
        fetchAnswer<{ events: number; asOf: number }>(`/api/explorer/newer?${filterParams}&than=${asOf}`, { signal }),
      refetchInterval: ({ state }) => {
        if (state.error !== null) return TROUBLED_POLL_MS;
        return isLive ? LIVE_POLL_MS : POLL_MS;
      },
      refetchOnWindowFocus: true,
      refetchOnReconnect: true,
      staleTime: 0,
      gcTime: 0,
      networkMode: "always",
    },
    queryClient,
  );
  return {
    events: data?.events ?? 0,
    asOf: data?.asOf ?? null,
    trouble: error instanceof AnswerError ? error : null,
  };
}

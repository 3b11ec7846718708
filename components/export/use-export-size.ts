import { useQuery } from "@tanstack/react-query";
import type { Facet } from "#lib/events/facet.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import { answered, type AnswerError, fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { queryClient } from "#components/explorer/query-client.ts";

export type ExportSize = {
  /** The commit that the file is as of; undefined until the server said it. */
  asOf: number | undefined;
  /** Undefined until they are counted. */
  rows: number | undefined;
  /** Why there is no count, or no commit. */
  trouble: AnswerError | null;
};

/** How many rows a file will hold, and as of which commit where the page didn't say. */
export function useExportSize(filter: EventFilter, pageAsOf: number | undefined): ExportSize {
  const commit = useQuery<number, AnswerError>(
    {
      queryKey: ["the commit of exports"],
      enabled: pageAsOf === undefined,
      staleTime: 0,
      gcTime: 0,
      queryFn: async ({ signal }) => {
        const { headers } = await answered("/api/events/export", { method: "HEAD", signal });
        return Number(headers.get("X-As-Of"));
      },
    },
    queryClient,
  );
  const asOf = pageAsOf ?? commit.data;
  const params = eventFilterParams(filter);
  // Every event has an outcome, so that all values together are all events.
  const address = `/api/facets?field=outcome&${params.size === 0 ? "" : `${params}&`}asOf=${asOf}`;
  const count = useQuery<number, AnswerError>(
    {
      queryKey: [address],
      enabled: asOf !== undefined,
      queryFn: async ({ signal }) => {
        const { values } = await fetchAnswer<Facet>(address, { signal });
        return values.reduce((sum, value) => sum + value.count, 0);
      },
    },
    queryClient,
  );
  return { asOf, rows: count.data, trouble: commit.error ?? count.error };
}

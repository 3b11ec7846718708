"use client";
import { useQuery } from "@tanstack/react-query";
import type { FacetValue } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { withTerms } from "#components/events/edit-filter.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { askFacetAtOnce } from "#components/facets/ask-facet.ts";

/**
 * What is asked of the server for a field's values among the events of a filter: as of now, as the filter that is being
 * written will be.
 */
export function facetQuery(field: FacetName, filter: EventFilter, limit: number) {
  return {
    queryKey: ["facet as of now", field, eventFilterParams(filter).toString(), limit],
    queryFn: ({ signal }: { signal: AbortSignal }) => askFacetAtOnce({ field, filter, limit }, signal),
    staleTime: 60_000,
    // A lost connection is told, not waited for.
    networkMode: "always" as const,
  };
}

type Values = { values: readonly FacetValue[]; total: number; isLoading: boolean; error: string | null };
const SHOWN = 200;

/**
 * A field's values under the rest of a filter, the most frequent first. Where there are more than those, the server
 * looks through all of them for what is typed.
 */
export function useFacetValues(name: FacetName | null, filter: EventFilter, typed: string): Values {
  const field = name ?? "action";
  // The field's own terms would hide the values one could choose instead.
  const rest = withTerms(filter, field, []);
  const all = useQuery({ ...facetQuery(field, rest, SHOWN), enabled: name !== null }, queryClient);
  const isCut = all.data !== undefined && all.data.values.length < all.data.total && typed !== "";
  const like = [{ pattern: `*${literalPattern(typed).replace(/^\\!/, "!")}*`, isExcluded: false }];
  const found = useQuery(
    { ...facetQuery(field, withTerms(rest, field, like), SHOWN), enabled: name !== null && isCut },
    queryClient,
  );
  const { data, error } = isCut && found.data ? found : all;
  return {
    values: data?.values ?? [],
    total: data?.total ?? 0,
    isLoading: name !== null && (all.isPending || (isCut && found.isPending)),
    error: error?.message ?? null,
  };
}

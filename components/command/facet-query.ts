"use client";
import { QueryClient, useQuery } from "@tanstack/react-query";
import type { Facet, FacetValue } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { withTerms } from "#components/events/edit-filter.ts";

/** Answers stay as long as the page: what was counted once is there at once. */
export const facetClient = new QueryClient();

/** What is asked of the server for a field's values among the events of a filter. */
export function facetQuery(name: FacetName, filter: EventFilter, limit: number) {
  const params = eventFilterParams(filter);
  params.set("field", name);
  params.set("limit", String(limit));
  return {
    queryKey: ["facet", params.toString()],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Facet> => {
      const response = await fetch(`/api/facets?${params}`, { signal });
      if (!response.ok) throw new Error(`The values could not be counted (${response.status}).`);
      return (await response.json()) as Facet;
    },
    retry: false,
    staleTime: 60_000,
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
  const all = useQuery({ ...facetQuery(field, rest, SHOWN), enabled: name !== null }, facetClient);
  const isCut = all.data !== undefined && all.data.values.length < all.data.total && typed !== "";
  const like = [{ pattern: `*${literalPattern(typed).replace(/^\\!/, "!")}*`, isExcluded: false }];
  const found = useQuery(
    { ...facetQuery(field, withTerms(rest, field, like), SHOWN), enabled: name !== null && isCut },
    facetClient,
  );
  const { data, error } = isCut && found.data ? found : all;
  return {
    values: data?.values ?? [],
    total: data?.total ?? 0,
    isLoading: name !== null && (all.isPending || (isCut && found.isPending)),
    error: error?.message ?? null,
  };
}

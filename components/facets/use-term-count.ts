"use client";
import { useQuery } from "@tanstack/react-query";
import { eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import type { FilterTerm } from "#lib/events/filter-term.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { withTerms } from "#components/events/edit-filter.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { askFacet, MOST_VALUES } from "./ask-facet.ts";
import { useCountedFilter } from "./counted-from.ts";

type Question = { name: FacetName; term: FilterTerm; filter: EventFilter; asOf: number; isEnabled: boolean };

/**
 * How many events a term is about, whether it includes or excludes them, among what the other filters leave. Null while
 * that isn't known.
 */
export function useTermCount({ name, term, filter, asOf, isEnabled }: Question): number | null {
  // `!*` is a value of its own: none.
  const only = withTerms(filter, name, [{ ...term, isExcluded: term.pattern === "*" && term.isExcluded }]);
  const asked = useCountedFilter(only);
  const { data } = useQuery(
    {
      queryKey: ["facet term", name, eventFilterParams(asked).toString(), asOf],
      queryFn: ({ signal }) => askFacet({ field: name, filter: asked, limit: MOST_VALUES, asOf }, signal),
      enabled: isEnabled,
      networkMode: "always",
    },
    queryClient,
  );
  // An event has one value at most, so that the values' counts add up to the events; of a part they would not.
  if (data === undefined || data.total > data.values.length) return null;
  return data.values.reduce((sum, { count }) => sum + count, 0);
}

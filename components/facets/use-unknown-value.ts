"use client";
import { useQuery } from "@tanstack/react-query";
import type { FacetValue } from "#lib/events/facet.ts";
import { ALL_EVENTS, eventFilterParams, type EventFilter } from "#lib/events/filter.ts";
import { type FilterTerm, patternText } from "#lib/events/filter-term.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { nearestText } from "#lib/events/nearest-text.ts";
import { withTerms } from "#components/events/edit-filter.ts";
import { fetchAnswer } from "#components/explorer/fetch-answer.ts";
import { queryClient } from "#components/explorer/query-client.ts";
import { askFacet, MOST_VALUES } from "./ask-facet.ts";
import { facetValueName } from "./facet-value-name.ts";

const UNKNOWN_POLL_MS = 60_000;

/** Whether no event at all has the value that a term stands for, and which one was probably meant. */
export function useUnknownValue(name: FacetName, term: FilterTerm): { isUnknown: boolean; nearest: FacetValue | null } {
  // One event is enough, at any time and of any service.
  const alone: EventFilter = { ...withTerms(ALL_EVENTS, name, [term]), related: "include" };
  const { data: isKnown } = useQuery(
    {
      queryKey: ["is known", name, term.pattern],
      queryFn: ({ signal }) => hasEvent(alone, signal),
      // What no event has can come with the next commit.
      refetchInterval: ({ state }) => (state.data === false ? UNKNOWN_POLL_MS : false),
      networkMode: "always",
    },
    queryClient,
  );
  const isUnknown = isKnown === false;
  const { data: facet } = useQuery(
    {
      queryKey: ["facet names", name],
      queryFn: ({ signal }) => askFacet({ field: name, filter: ALL_EVENTS, limit: MOST_VALUES }, signal),
      enabled: isUnknown,
      networkMode: "always",
    },
    queryClient,
  );
  if (!isUnknown) return { isUnknown, nearest: null };
  // Of values with one name, as projects may have, the most frequent.
  const byName = new Map(facet?.values.toReversed().map((value) => [facetValueName(name, value), value]));
  const nearest = nearestText(patternText(term.pattern), byName.keys());
  return { isUnknown, nearest: (nearest !== null && byName.get(nearest)) || null };
}

async function hasEvent(filter: EventFilter, signal: AbortSignal): Promise<boolean> {
  const address = `/api/events?${eventFilterParams(filter)}&limit=1`;
  return (await fetchAnswer<{ events: unknown[] }>(address, { signal })).events.length > 0;
}

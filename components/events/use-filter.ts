"use client";
import { parseAsNativeArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import { eventFilterParams, FILTER_NAMES, parseEventFilter, type EventFilter } from "#lib/events/filter.ts";

const texts = parseAsNativeArrayOf(parseAsString);
/** The parameters of the filter, as they are in the address. */
export const FILTER_PARSERS = Object.fromEntries(FILTER_NAMES.map((name) => [name, texts]));
/** The commit that is shown; another filter starts with what is newest now. */
const PLACE_PARSERS = { asOf: parseAsString };
const NO_PLACE = { asOf: null };

/** The filter in the address, and a way to change it; the page follows, and `isPending` until it has. */
export function useFilter(): { filter: EventFilter; apply: (filter: EventFilter) => void; isPending: boolean } {
  const [isPending, startTransition] = useTransition();
  const [filters, setFilters] = useQueryStates(FILTER_PARSERS, { shallow: false, history: "push", startTransition });
  const [, setPlace] = useQueryStates(PLACE_PARSERS, { shallow: false, history: "push", startTransition });

  const filter = useMemo(() => {
    const params = Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value]));
    return parseEventFilter(new URLSearchParams(params)).filter;
  }, [filters]);

  function apply(next: EventFilter) {
    const params = eventFilterParams(next);
    // Both calls end in one navigation.
    void setPlace(NO_PLACE);
    void setFilters(Object.fromEntries(FILTER_NAMES.map((name) => [name, params.getAll(name)])));
  }
  return { filter, apply, isPending };
}

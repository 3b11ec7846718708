"use client";
import { createContext, useContext } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { withAbsoluteTimes } from "#components/export/export-address.ts";

/** The instant that relative times of all of the page count from; null: each answer's own. */
export const CountedFrom = createContext<Date | null>(null);

/** The filter as the values are counted by: as everything else on the page is. */
export function useCountedFilter(filter: EventFilter): EventFilter {
  const now = useContext(CountedFrom);
  return now === null ? filter : withAbsoluteTimes(filter, now);
}

"use client";
import type { EventFilter } from "#lib/events/filter.ts";

type Props = { filter: EventFilter; /** The commit that all of the page is as of. */ asOf: number };

/** Values to narrow by, with their counts. */
export function FacetSide(_props: Props) {
  return null;
}

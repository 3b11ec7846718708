"use client";
import type { EventFilter } from "#lib/events/filter.ts";

type Props = { filter: EventFilter; /** The commit that all of the page is as of. */ asOf: number };

/** All matching events as a file. */
export function ExportButton(_props: Props) {
  return null;
}

"use client";
import type { EventFilter } from "#lib/events/filter.ts";

type Props = { filter: EventFilter };

/** Views kept under a name. */
export function SavedViews(_props: Props) {
  return null;
}

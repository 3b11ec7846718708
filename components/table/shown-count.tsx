"use client";
import { useSyncExternalStore } from "react";
import { formatCount } from "#components/text/format-count.ts";

/** Rows that the table has come to; it and the counters stand in different parts of the page. */
let shown: number | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says how many rows the table has come to; null: there is no table. */
export function setShownCount(count: number | null): void {
  shown = count;
  for (const listener of listeners) listener();
}

/** How many of the events are there to be scrolled over. */
export function ShownCount() {
  const count = useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  );
  return <span>{count === null ? "none shown yet" : `${formatCount(count)} shown`}</span>;
}

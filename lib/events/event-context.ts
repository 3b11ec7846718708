import type { EventRow } from "./event-row.ts";

/** How far around an event one looks, on either side. */
export const CONTEXT_MINUTES = 15;

/** What the same principal did around an event, oldest first, the event among it. */
export type EventContext = {
  events: EventRow[];
  /** How many lie before the first and after the last of them. */
  moreBefore: number;
  moreAfter: number;
  /** ISO 8601, UTC; `to` is excluded. */
  from: string;
  to: string;
};

/** An event that another may be compared with, and why. */
export type ComparableEvent = { event: EventRow; is: "previous" | "next" | "previous-on-project" };

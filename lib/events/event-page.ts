import type { EventRow } from "./event-row.ts";

/** One page of events in the order asked for, as of one commit number. */
export type EventPage = {
  events: EventRow[];
  /** Opaque; null at the end. */
  nextCursor: string | null;
  /** Opaque; null at the beginning. */
  prevCursor: string | null;
  /** The commit number it answers as of; give it again and nothing moves. */
  asOf: number;
};

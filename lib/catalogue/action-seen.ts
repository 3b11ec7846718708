import type { Cut } from "#lib/events/activity.ts";

/** An action of the family's event sources, and how often the data has it as of a commit. */
export type ActionSeen = {
  eventSource: string;
  eventName: string;
  events: number;
  failures: number;
  firstSeen: string;
  lastSeen: string;
  /** the newest event, as an example */
  lastEventId: string;
  lastSummary: string;
};

/** What the data has of the catalogue, and what it has beyond it. */
export type ActionsSeen = {
  asOf: number;
  /** By event source and name. */
  known: ActionSeen[];
  /** Latest seen first; what is cut off are those unseen for longest. */
  unknown: Cut<ActionSeen>;
};

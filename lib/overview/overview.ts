import type { EventRow } from "#lib/events/event-row.ts";
import type { Timeline } from "#lib/events/timeline.ts";

export type BusyProject = { account: string; region: string; id: string; events: number; failures: number };
export type BusyPrincipal = { id: number; key: string; type: string; name: string; events: number; failures: number };

/** The front page: all events as of a commit number. */
export type Overview = {
  asOf: number;
  events: number;
  failures: number;
  writes: number;
  projects: number;
  principals: number;
  /** Null without events. */
  oldestEvent: string | null;
  newestEvent: string | null;
  timeline: Timeline;
  /** At most 10, most events first. */
  busiestProjects: BusyProject[];
  /** At most 10, most events first. */
  busiestPrincipals: BusyPrincipal[];
  /** At most 10, newest first. */
  latestWrites: EventRow[];
};

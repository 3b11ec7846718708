import type { ActionCount, Cut } from "#lib/events/activity.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { Timeline } from "#lib/events/timeline.ts";

/** A CodeStar project, named by account, region and id, and what is known of it as of a commit number. */
export type Project = {
  account: string;
  region: string;
  id: string;
  firstSeen: string;
  lastSeen: string;
  events: number;
  failures: number;
  writes: number;
  /** How many principals acted on it. */
  principals: number;
  /** False: only failed calls name it, so it may never have existed. */
  isConfirmed: boolean;
};

/** Latest activity first, then by account, region and id. */
export type ProjectList = Cut<Project> & { asOf: number };

export type ProjectPrincipal = {
  /** Our number, as in `/principals/{id}`. */
  id: number;
  key: string;
  type: string;
  name: string;
  arn: string | null;
  events: number;
  failures: number;
  writes: number;
  firstSeen: string;
  lastSeen: string;
};

export type ProjectDetail = Project & {
  asOf: number;
  timeline: Timeline;
  /** Most frequent first. */
  actions: Cut<ActionCount>;
  /** Most active first. */
  principalList: Cut<ProjectPrincipal>;
  /** Newest first. */
  latestEvents: EventRow[];
};

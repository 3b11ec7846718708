import type { ActionCount, Cut } from "#lib/events/activity.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import type { NamedResource } from "#lib/codestar/resource-kind.ts";
import type { Resource } from "./resource.ts";
import type { ResourceStory } from "./resource-story.ts";

/** Who used a resource, and how often. */
export type ResourceUser = {
  /** Our number of the principal, as in `/principals/{id}`. */
  id: number;
  key: string;
  type: string;
  name: string;
  events: number;
  failures: number;
  firstSeen: string;
  lastSeen: string;
};

/**
 * How a project is known to have to do with a resource: `own`: an event of CodeStar's names both; `related`: another
 * service's does, and bears the project's marks; `role`: who used it is called as the roles are that work for the
 * project; `watched`: a rule watches what is called as the project's things are.
 */
export type ProjectEvidence = "own" | "related" | "role" | "watched";

export type ResourceProject = {
  account: string;
  region: string;
  id: string;
  by: ProjectEvidence;
  /** Events that name both, or the role's uses; of `watched`, none. */
  events: number;
  failures: number;
  lastSeen: string | null;
  /** The newest event that names both, where there is one. */
  eventId: string | null;
};

/** Another resource that events of the family name together with this one. */
export type ResourcePart = NamedResource & {
  name: string | null;
  events: number;
  lastSeen: string;
  /** The newest event that names both. */
  eventId: string;
};

/** A resource's page. */
export type ResourceDetail = Resource & {
  asOf: number;
  /** ARNs by which records call it, as far as they were read. */
  spellings: string[];
  timeline: Timeline;
  /** Its first creation and last deletion that succeeded. */
  created: EventRow | null;
  deleted: EventRow | null;
  /** Whatever changed it or tried to, newest first; uses and look-ups apart. */
  changes: Cut<EventRow>;
  /** Newest first, other services' included. */
  latestUses: Cut<EventRow>;
  /** The actions that are use, most frequent first. */
  usedThrough: Cut<ActionCount>;
  /** Most frequent first. */
  users: Cut<ResourceUser>;
  /** The strongest evidence first, then most frequent first. */
  projects: Cut<ResourceProject>;
  /** Calls that only looked at it. */
  lookUps: number;
  /** By kind, then latest first. */
  parts: Cut<ResourcePart>;
  /** Tags, targets, syncs over time. */
  story: Omit<ResourceStory, "spellings">;
  /** How many events the story was read from, and how many there are. */
  storyEvents: { read: number; total: number };
};

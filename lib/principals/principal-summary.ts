import type { ActionCount, Cut, ValueSpan } from "#lib/events/activity.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { Timeline } from "#lib/events/timeline.ts";

/** Who acted, and how much, as of a commit number. */
export type PrincipalSummary = {
  /** Our number, as in `/principals/{id}`. */
  id: number;
  /** What identifies it: the role's ARN, an IAM user's principal id … ; the `principal` filter takes it. */
  key: string;
  type: string;
  /** The newest name known: a role's name for its sessions. */
  name: string;
  arn: string | null;
  accountId: string | null;
  firstSeen: string;
  lastSeen: string;
  events: number;
  failures: number;
  writes: number;
};

/** Latest activity first, then by number. */
export type PrincipalList = Cut<PrincipalSummary> & { asOf: number };

/** Calls with one set of temporary credentials: of a role's session, of a federated user … */
export type PrincipalSession = {
  sessionName: string | null;
  /** The session's ARN. */
  arn: string | null;
  accessKeyId: string | null;
  start: string;
  end: string;
  events: number;
  failures: number;
};

export type PrincipalProject = {
  account: string;
  region: string;
  id: string;
  events: number;
  failures: number;
  firstSeen: string;
  lastSeen: string;
};

/** A principal's dossier. */
export type PrincipalDetail = PrincipalSummary & {
  asOf: number;
  timeline: Timeline;
  /** Most frequent first. */
  actions: Cut<ActionCount>;
  /** Most frequent first. */
  addresses: Cut<ValueSpan>;
  /** Latest first. */
  sessions: Cut<PrincipalSession>;
  /** Most frequent first. */
  accessKeys: Cut<ValueSpan>;
  /** Most frequent first. */
  userAgents: Cut<ValueSpan>;
  /** Most frequent first. */
  projects: Cut<PrincipalProject>;
  /** Newest first. */
  latestEvents: EventRow[];
};

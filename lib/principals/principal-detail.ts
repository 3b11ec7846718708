import type { ActionCount, Cut, ValueSpan } from "#lib/events/activity.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import type { Membership } from "./memberships-of.ts";
import type { PersonBehind } from "./person-behind.ts";
import type { PrincipalProject, PrincipalSession, PrincipalSummary } from "./principal-summary.ts";

/** What others (or they themselves) did to a person, by the ARNs they have gone by. */
export type DoneTo = {
  /** Current and former ARNs, the latest used first; what has no ARN can't be a subject. */
  arns: string[];
  /** Changes that name one of them, newest first, failed ones too. */
  changes: Cut<EventRow>;
  /** Reads that name one of them. */
  reads: number;
  /** Projects whose teams they are or were in. */
  memberships: Membership[];
};

/** Sessions with the same answer to who was behind them. */
export type PersonOfSessions = Omit<PersonBehind, "handovers"> & {
  sessions: number;
  events: number;
  firstSeen: string;
  lastSeen: string;
  /** The name of the latest of these sessions. */
  sessionName: string | null;
  /** The ARN of all these sessions and of no others; null where there is no one such. */
  arn: string | null;
  /** The STS calls behind the latest of these sessions. */
  handovers: PersonBehind["handovers"];
};

/** A principal's dossier. */
export type PrincipalDetail = PrincipalSummary & {
  asOf: number;
  timeline: Timeline;
  /** Most frequent first, like all lists of values. */
  actions: Cut<ActionCount>;
  addresses: Cut<ValueSpan>;
  /** The /24 (IPv6: /48) of addresses. */
  networks: Cut<ValueSpan>;
  userAgents: Cut<ValueSpan>;
  accessKeys: Cut<ValueSpan>;
  regions: Cut<ValueSpan>;
  accounts: Cut<ValueSpan>;
  /** `console`, `cli`, `sdk`, `service`; null where nothing tells. */
  clients: Cut<ValueSpan>;
  /** `true`, `false`; null where the session doesn't say. */
  mfa: Cut<ValueSpan>;
  /** Calls by weekday, Monday first, and hour of the day, both in `timeline.tz`. */
  hours: number[][];
  projects: Cut<PrincipalProject>;
  /** Latest first. */
  sessions: Cut<PrincipalSession>;
  /** Who was behind the sessions, the surest first; of the latest `ofSessions` of them. */
  people: { items: PersonOfSessions[]; ofSessions: number };
  /** Whether STS calls that hand out keys are among the records. */
  isStsKept: boolean;
  /** Known projects that a `CodeStarWorker-…` role works for. */
  workerOf: { account: string; region: string; id: string }[];
  /** Newest first. */
  latestEvents: EventRow[];
  doneTo: DoneTo;
  /** Others that have gone by the same ARN as their newest: an ARN outlives the user that had it. */
  namesakes: { id: number; name: string; key: string }[];
};

/** A person whom others named and who never acted, or whose ARN was asked for. */
export type SubjectDetail = {
  arn: string;
  asOf: number;
  doneTo: DoneTo;
  /** Principals whose newest ARN this is. */
  principals: { id: number; name: string; key: string }[];
};

/** Somebody that others did something to, and that is no principal. */
export type Subject = { arn: string; events: number; failures: number; firstSeen: string; lastSeen: string };

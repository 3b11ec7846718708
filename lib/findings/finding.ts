import type { EventFilter } from "#lib/events/filter.ts";
import type { FindingKindId, Thresholds } from "./finding-kinds.ts";

/** What a reason's template is filled with. */
export type Facts = Record<string, string | number | null>;

export type EvidenceEvent = {
  eventId: string;
  eventTime: string;
  outcome: "success" | "failure";
  summary: string;
};

/** One answer to a question, with why and by which events. */
export type Finding = {
  /** Tells it from others of its kind, whatever came in since: an event's id, mostly. */
  key: string;
  /** When; ISO 8601, UTC. */
  at: string;
  principal: { id: number; key: string; type: string; name: string } | null;
  project: { account: string; region: string; id: string } | null;
  /** To whom: a member's ARN, or the name of who holds a policy. */
  subject: string | null;
  /** A policy's name, a connection's ARN, an address or a network. */
  resource: string | null;
  reason: string;
  /** The first of its events, oldest first; how many there are; and the filter that finds exactly those, or null. */
  evidence: { events: EvidenceEvent[]; total: number; filter: EventFilter | null };
};

/** What was asked: which findings, with which thresholds, as of which commit. */
export type FindingsQuery = {
  /** `from`, `to`, `project` and `principal` alone. */
  filter: EventFilter;
  thresholds: Thresholds;
  asOf?: number;
  now?: Date;
};

export type FindingsPage = {
  kind: FindingKindId;
  /** Newest first. */
  findings: Finding[];
  /** How many the kind has under this filter. */
  total: number;
  nextCursor: string | null;
  asOf: number;
  /** What was looked at: null when there are no events. */
  span: { from: string; to: string } | null;
};

/** How many findings a kind has. */
export type FindingCount = { kind: FindingKindId; title: string; total: number };

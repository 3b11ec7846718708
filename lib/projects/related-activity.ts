import type { RelatedReason } from "#lib/codestar/related-reasons.ts";
import type { Cut } from "#lib/events/activity.ts";
import type { EventRow } from "#lib/events/event-row.ts";

/** What other services were called for, by the rule that tells that it belongs to a project. */
export type RelatedCount = {
  reason: RelatedReason;
  eventSource: string;
  eventName: string;
  access: "read" | "write";
  events: number;
  failures: number;
};

/** What other services did that belongs to a project by its marks, as of a commit. */
export type RelatedActivity = {
  asOf: number;
  events: number;
  /** Null until they are asked for. */
  shown: {
    /** Most frequent first. */
    counts: Cut<RelatedCount>;
    /** Newest first. */
    latestEvents: EventRow[];
  } | null;
};

import type { EventRow } from "#lib/events/event-row.ts";

/** What a member may do; null where no record says it. */
export type MemberTerms = { role: string | null; remoteAccess: boolean | null };

/** Somebody in a team at a moment, and the event that made it so. */
export type ReviewMember = MemberTerms & {
  userArn: string;
  /** When they were let in; null when that was before the records. */
  since: string | null;
  event: EventRow;
};

/** One change of who may do what; a deletion of the project removes each member. */
export type ReviewChange = {
  userArn: string;
  what: "grant" | "change" | "removal";
  /** Null: no member, as far as the records tell. */
  before: MemberTerms | null;
  after: MemberTerms | null;
  event: EventRow;
};

/** Who had access to a project at the start and at the end of a period, and everything that changed it. */
export type AccessReview = {
  project: { account: string; region: string; id: string };
  /** ISO 8601, UTC; included. Null: from the first record on. */
  from: string | null;
  /** Excluded. Null: to the last record. */
  to: string | null;
  /** The first and last event of the project that is known, whatever the period. */
  known: { from: string; to: string } | null;
  asOf: number;
  /** When the answer was made. */
  madeAt: string;
  start: ReviewMember[];
  /** Oldest first. */
  changes: ReviewChange[];
  end: ReviewMember[];
  /** Changes of somebody whom the record doesn't name or hides: in no team above. Oldest first. */
  unnamed: EventRow[];
  /** Changes of the team that failed, oldest first. */
  tries: EventRow[];
};

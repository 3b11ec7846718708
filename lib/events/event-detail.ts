import type { EventRow } from "./event-row.ts";

/** That a log file's present content lacks what an earlier one delivered. */
export type Withdrawal = {
  /** When the present content was first read. */
  since: string | null;
  /** False when the content was read by rules that leave such records out: it may be in there. */
  isCertain: boolean;
  /** The content has the event's id, with other bytes. */
  hasOtherBytes: boolean;
};

/** One log file that brought an event. */
export type EventDelivery = {
  /** Our number of the log file. */
  logFileId: number;
  /** `s3://bucket/prefix` or `file:///folder`. */
  trailUrl: string;
  key: string;
  /** The delivery that inserted the event. */
  isFirst: boolean;
  ingestedAt: string | null;
  commitNo: number;
  /** Null while the file holds it. */
  withdrawal: Withdrawal | null;
};

/** A record with the same event id and other bytes. */
export type EventConflict = {
  trailUrl: string;
  key: string;
  /** 0-based place in the file's `Records`. */
  position: number;
  sha256: string;
  /** Exactly as delivered. */
  record: string;
  /** Only an earlier content of the file had it. */
  isWithdrawn: boolean;
};

/** Everything known of one event. */
export type EventDetail = EventRow & {
  eventType: string | null;
  /** The record's own flag, which is unreliable; `access` is the action catalogue's. */
  readOnly: boolean | null;
  /** Whom the principal's page is about: the role of a session. */
  principalKey: string;
  principalLabel: string;
  /** The record exactly as CloudTrail delivered it. */
  record: string;
  /** SHA-256 of the record's bytes, hex. */
  recordSha256: string;
  recordBytes: number;
  /** URL of the trail that `logFile` is in. */
  trailUrl: string;
  /** 0-based place in `logFile`; null when a later commit brought a lower key, whose place alone is kept. */
  position: number | null;
  /** Whether `position` is that in an earlier content of the file. */
  isEarlierPosition: boolean;
  commitNo: number;
  /** By key; at most 100. */
  deliveries: EventDelivery[];
  deliveriesTotal: number;
  /** By key and place; at most 20. */
  conflicts: EventConflict[];
  conflictsTotal: number;
};

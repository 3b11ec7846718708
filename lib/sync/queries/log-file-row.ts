import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber } from "#lib/db/read-rows.ts";

export const LOG_FILE_STATES = ["pending", "ingested", "skipped", "archived", "failed", "expired"] as const;
export type LogFileState = (typeof LOG_FILE_STATES)[number];

/** What a list of the ledger can be narrowed to, beside a state. */
export const LOG_FILE_SORTS = ["digest", "insight", "replaced"] as const;
export type LogFileSort = (typeof LOG_FILE_SORTS)[number];

/** A row of `logFileColumns`. */
export const logFileSchema = z.object({
  id: dbNumber,
  trailId: dbNumber,
  trailUrl: z.string(),
  key: z.string(),
  /** What it is by its key: a `log`, a `digest` … (lib/cloudtrail/log-file-key.ts). */
  kind: z.string(),
  state: z.enum(LOG_FILE_STATES),
  reason: z.string().nullable(),
  attempts: dbNumber,
  isDue: z.boolean(),
  sizeBytes: dbNumber,
  uncompressedBytes: dbNumber.nullable(),
  storageClass: z.string().nullable(),
  sha256: z.string().nullable(),
  recordsRead: dbNumber,
  eventsInserted: dbNumber,
  recordsDuplicate: dbNumber,
  recordsFiltered: dbNumber,
  recordsRejected: dbNumber,
  lastModified: z.string().nullable(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  ingestedAt: z.string().nullable(),
  /** When it was last read under another etag with the same bytes. */
  sameBytesAt: z.string().nullable(),
  /** Since when it is `expired`: the first listing that it was missing from. */
  expiredAt: z.string().nullable(),
  /** Contents that it had before the present one, the events they added, and how many of all the present one lacks. */
  earlierVersions: dbNumber,
  earlierEvents: dbNumber,
  lackingEvents: dbNumber,
  readRunId: dbNumber.nullable(),
});

/** A file of the ledger; times in ISO 8601, UTC. `reason` is a sentence; `isDue` says that a retry was asked for,
 * `readRunId` which pass was the last to read it, or to try. */
export type LogFile = z.infer<typeof logFileSchema>;

const time = (column: string) => isoTimeSql(Prisma.raw(column));

/** The columns of a `LogFile`, of `log_file` as f and its `trail` as t. */
export const logFileColumns = Prisma.sql`
  f.id, f.trail_id AS "trailId", t.url AS "trailUrl", f.key, f.kind, f.state::text AS state, f.reason, f.attempts,
  f.is_due AS "isDue", f.size_bytes AS "sizeBytes", f.uncompressed_bytes AS "uncompressedBytes",
  f.storage_class AS "storageClass", f.sha256, f.records_read AS "recordsRead",
  f.events_inserted AS "eventsInserted", f.records_duplicate AS "recordsDuplicate",
  f.records_filtered AS "recordsFiltered", f.records_rejected AS "recordsRejected",
  ${time("f.last_modified")} AS "lastModified", ${time("f.first_seen_at")} AS "firstSeenAt",
  ${time("f.last_seen_at")} AS "lastSeenAt", ${time("f.ingested_at")} AS "ingestedAt",
  ${time("f.same_bytes_at")} AS "sameBytesAt", ${time("f.expired_at")} AS "expiredAt",
  (SELECT count(*) FROM log_file_version v WHERE v.log_file_id = f.id) AS "earlierVersions",
  (SELECT coalesce(sum(v.events_inserted), 0)::bigint FROM log_file_version v WHERE v.log_file_id = f.id) AS "earlierEvents",
  (SELECT count(*) FROM withdrawal w WHERE w.log_file_id = f.id AND w.sha256 IS NULL AND w.is_certain
    AND w.to_commit_no IS NULL) AS "lackingEvents",
  f.read_run_id AS "readRunId"`;

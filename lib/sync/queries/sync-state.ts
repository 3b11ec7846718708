import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { runRows, type SyncRun } from "./run-rows.ts";

const trailSchema = z
  .object({
    id: dbNumber,
    url: z.string(),
    lastCompletePassAt: z.string().nullable(),
    lastFullPassAt: z.string().nullable(),
    newestLogFileAt: z.string().nullable(),
    since: z.string().nullable(),
    nextTryAfter: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .transform(({ since, nextTryAfter, reason, ...trail }) => ({
    ...trail,
    /** What its bucket or its credentials refuse, since when, and after which time passes by the schedule try again. */
    paused: since === null || nextTryAfter === null || reason === null ? null : { since, nextTryAfter, reason },
  }));

/** A listener gives a sign of life every twenty seconds. */
const LISTENING_SECONDS = 90;

const queueSchema = z.object({
  url: z.string(),
  isListening: z.boolean(),
  listenedAt: z.string(),
  lastMessageAt: z.string().nullable(),
  messagesHandled: dbNumber,
  messagesIgnored: dbNumber,
  messagesUnreadable: dbNumber,
  error: z.string().nullable(),
});

/** A queue that tells of new log files; times in ISO 8601, UTC. `messagesIgnored` are among the handled ones. */
export type MessageQueue = z.infer<typeof queueSchema>;

export type SyncState = {
  /** The pass over all trails that is on (or waits), or null. */
  running: SyncRun | null;
  /** The last ones, newest first, the running one among them. */
  runs: SyncRun[];
  /** All trails ever synced; times in ISO 8601, UTC. */
  trails: z.infer<typeof trailSchema>[];
  /** Those that are configured, if any. */
  queues: MessageQueue[];
  /** Of the newest event, null without events. */
  newestEventTime: string | null;
  /** Files that failed and have not been mended. */
  failedFiles: number;
};

/** Where the sync stands. */
export async function syncState(options: { runs?: number } = {}): Promise<SyncState> {
  const [active, runs, trails, queues, facts] = await Promise.all([
    runRows(Prisma.sql`r.state IN ('waiting', 'running') AND r.cause <> 'queue'`, 1),
    runRows(Prisma.sql`true`, options.runs ?? 20),
    readRows(
      trailSchema,
      Prisma.sql`
        SELECT id, url, ${isoTimeSql(Prisma.sql`last_complete_pass_at`)} AS "lastCompletePassAt",
          ${isoTimeSql(Prisma.sql`last_full_pass_at`)} AS "lastFullPassAt", ${isoTimeSql(Prisma.sql`paused_since`)} AS since,
          ${isoTimeSql(Prisma.sql`paused_until`)} AS "nextTryAfter", paused_reason AS reason,
          (SELECT ${isoTimeSql(Prisma.sql`max(newest_log_file_at)`)} FROM trail_region WHERE trail_id = trail.id)
            AS "newestLogFileAt"
        FROM trail ORDER BY id`,
    ),
    readRows(
      queueSchema,
      Prisma.sql`
        SELECT url, listened_at > now() - make_interval(secs => ${LISTENING_SECONDS}) AS "isListening", error,
          ${isoTimeSql(Prisma.sql`listened_at`)} AS "listenedAt", ${isoTimeSql(Prisma.sql`last_message_at`)} AS "lastMessageAt",
          messages_handled AS "messagesHandled", messages_ignored AS "messagesIgnored",
          messages_unreadable AS "messagesUnreadable"
        FROM message_queue ORDER BY url`,
    ),
    readRow(
      z.object({ newestEventTime: z.string().nullable(), failedFiles: dbNumber }),
      Prisma.sql`
        SELECT (SELECT count(*) FROM log_file WHERE state = 'failed') AS "failedFiles",
          (SELECT ${isoTimeSql(Prisma.sql`event_time`)} FROM event WHERE NOT is_related ORDER BY event_time DESC LIMIT 1) AS "newestEventTime"`,
    ),
  ]);
  return { running: active[0] ?? null, runs, trails, queues, ...facts };
}

import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { addCounts, COUNTER_NAMES, type CounterName, type Counters, columnOf, noCounts } from "#lib/sync/counters.ts";

const stateSchema = z.enum(["waiting", "running", "complete", "partial", "failed", "interrupted"]);

/** `waiting` for a worker, `running`, or how it ended: `partial` when some files or trails failed. */
export type SyncRunState = z.infer<typeof stateSchema>;

export type SyncRunTrail = Counters & {
  trailId: number;
  url: string;
  state: SyncRunState;
  error: string | null;
  /** Whether all files that the pass looks at are listed, so that no more come. */
  isListed: boolean;
  /** From its start to its end, or until now. */
  elapsedMs: number;
};

/** A pass with its counters in sum and per trail; times in ISO 8601, UTC. */
export type SyncRun = Counters & {
  id: number;
  state: SyncRunState;
  /** start, schedule, request or command; queue for what queues brought between two others, within an hour */
  cause: string;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  heartbeatAt: string | null;
  /** Days that were asked for by hand. */
  fromDate: string | null;
  toDate: string | null;
  isFull: boolean;
  error: string | null;
  /** From its start to its end, or until now; of a queue's, its work alone. */
  elapsedMs: number;
  trails: SyncRunTrail[];
};

const runSchema = z.object({
  id: dbNumber,
  state: stateSchema,
  cause: z.string(),
  requestedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  heartbeatAt: z.string().nullable(),
  fromDate: z.string().nullable(),
  toDate: z.string().nullable(),
  isFull: z.boolean(),
  error: z.string().nullable(),
  elapsedMs: dbNumber,
});

const counterSchemas = {
  filesListed: dbNumber,
  filesIngested: dbNumber,
  filesUnchanged: dbNumber,
  filesSkipped: dbNumber,
  filesFailed: dbNumber,
  recordsRead: dbNumber,
  eventsInserted: dbNumber,
  recordsDuplicate: dbNumber,
  recordsFiltered: dbNumber,
  recordsRejected: dbNumber,
  bytesCompressed: dbNumber,
  bytesUncompressed: dbNumber,
} satisfies Record<CounterName, typeof dbNumber>;
const trailSchema = z.object({
  runId: dbNumber,
  trailId: dbNumber,
  url: z.string(),
  state: stateSchema,
  error: z.string().nullable(),
  isListed: z.boolean(),
  elapsedMs: dbNumber,
  ...counterSchemas,
});

const counterColumns = Prisma.join(
  COUNTER_NAMES.map((name) => Prisma.raw(`t.${columnOf(name)} AS "${name}"`)),
  ", ",
);

/** Runs that a condition on `sync_run r` picks, newest first. */
export async function runRows(where: Prisma.Sql, limit: number): Promise<SyncRun[]> {
  const runs = await readRows(
    runSchema,
    Prisma.sql`
      SELECT r.id, r.state::text AS state, r.cause, r.error, r.is_full AS "isFull",
        r.from_date::text AS "fromDate", r.to_date::text AS "toDate",
        ${isoTimeSql(Prisma.sql`r.requested_at`)} AS "requestedAt", ${isoTimeSql(Prisma.sql`r.started_at`)} AS "startedAt",
        ${isoTimeSql(Prisma.sql`r.finished_at`)} AS "finishedAt", ${isoTimeSql(Prisma.sql`r.heartbeat_at`)} AS "heartbeatAt",
        coalesce(extract(epoch FROM coalesce(r.finished_at, now()) - r.started_at) * 1000, 0)::bigint AS "elapsedMs"
      FROM sync_run r WHERE ${where} ORDER BY r.id DESC LIMIT ${limit}`,
  );
  if (runs.length === 0) return [];
  const trails = await readRows(
    trailSchema,
    Prisma.sql`
      SELECT t.sync_run_id AS "runId", t.trail_id AS "trailId", l.url, t.state::text AS state, t.error,
        t.listed_at IS NOT NULL AS "isListed", ${counterColumns},
        CASE WHEN t.state = 'running' AND r.cause <> 'queue'
          THEN coalesce(extract(epoch FROM now() - t.started_at) * 1000, 0)::bigint ELSE t.elapsed_ms END AS "elapsedMs"
      FROM sync_run_trail t JOIN trail l ON l.id = t.trail_id JOIN sync_run r ON r.id = t.sync_run_id
      WHERE t.sync_run_id IN (${Prisma.join(runs.map((run) => run.id))}) ORDER BY t.sync_run_id, t.trail_id`,
  );
  return runs.map((run) => {
    const sum = noCounts();
    const own: SyncRunTrail[] = [];
    for (const { runId, ...trail } of trails) {
      if (runId !== run.id) continue;
      addCounts(sum, trail);
      own.push(trail);
    }
    const worked = own.reduce((total, trail) => total + trail.elapsedMs, 0);
    return { ...run, ...sum, elapsedMs: run.cause === "queue" ? worked : run.elapsedMs, trails: own };
  });
}

import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import type { MetricFacts } from "#lib/metrics/metric-facts.ts";

/** An account and region is a series or two; a monitoring system gets so many, the longest silent first. */
const MAX_REGIONS = 5_000;

const seconds = (time: string) => Prisma.raw(`extract(epoch FROM ${time})::float8`);
const logFileTimeSchema = z.object({ trail: z.string(), account: z.string(), region: z.string(), at: z.number() });

/** What the metrics are made of. All of it is in the database, so that every web process says the same. */
export async function readMetricFacts(): Promise<MetricFacts> {
  const [logFiles, trails, runs, site, logFileTimes, eventTimes] = await Promise.all([
    readRows(
      z.object({ trail: z.string(), state: z.string(), count: dbNumber }),
      Prisma.sql`
        SELECT t.url AS trail, s.state::text AS state, coalesce(c.count, 0) AS count
        FROM trail t CROSS JOIN unnest(enum_range(NULL::log_file_state)) AS s (state)
          LEFT JOIN (SELECT trail_id, state, count(*) FROM log_file GROUP BY 1, 2) c ON c.trail_id = t.id AND c.state = s.state
        ORDER BY t.id, s.state`,
    ),
    readRows(
      z.object({
        trail: z.string(),
        lastCompletePassAt: z.number().nullable(),
        eventsInserted: dbNumber,
        recordsDuplicate: dbNumber,
        recordsFiltered: dbNumber,
        recordsRejected: dbNumber,
        bytesCompressed: dbNumber,
        bytesUncompressed: dbNumber,
        regions: dbNumber,
      }),
      Prisma.sql`
        SELECT t.url AS trail, ${seconds("t.last_complete_pass_at")} AS "lastCompletePassAt",
          coalesce(sum(s.events_inserted), 0)::bigint AS "eventsInserted",
          coalesce(sum(s.records_duplicate), 0)::bigint AS "recordsDuplicate",
          coalesce(sum(s.records_filtered), 0)::bigint AS "recordsFiltered",
          coalesce(sum(s.records_rejected), 0)::bigint AS "recordsRejected",
          coalesce(sum(s.bytes_compressed), 0)::bigint AS "bytesCompressed",
          coalesce(sum(s.bytes_uncompressed), 0)::bigint AS "bytesUncompressed",
          (SELECT count(*) FROM trail_region r WHERE r.trail_id = t.id) AS regions
        FROM trail t LEFT JOIN sync_run_trail s ON s.trail_id = t.id GROUP BY t.id ORDER BY t.id`,
    ),
    readRows(
      z.object({ state: z.string(), count: dbNumber }),
      Prisma.sql`
        SELECT s.state::text AS state, count(r.id) AS count
        FROM unnest(ARRAY['complete', 'partial', 'failed', 'interrupted']::sync_run_state[]) AS s (state)
          LEFT JOIN sync_run r ON r.state = s.state AND r.finished_at IS NOT NULL AND r.cause <> 'queue'
        GROUP BY s.state ORDER BY s.state`,
    ),
    readSite(),
    readRows(
      logFileTimeSchema,
      Prisma.sql`
        SELECT t.url AS trail, r.account_id AS account, r.region, ${seconds("r.newest_log_file_at")} AS at
        FROM trail_region r JOIN trail t ON t.id = r.trail_id
        ORDER BY r.newest_log_file_at, t.id, r.account_id, r.region LIMIT ${MAX_REGIONS}`,
    ),
    readRows(
      z.object({ account: z.string(), region: z.string(), at: z.number() }),
      Prisma.sql`
        SELECT n.account_id AS account, n.region, ${seconds("n.event_time")} AS at FROM newest_event n
        WHERE EXISTS (SELECT FROM trail_region r WHERE r.account_id = n.account_id AND r.region = n.region)
        ORDER BY n.event_time, n.account_id, n.region LIMIT ${MAX_REGIONS}`,
    ),
  ]);
  return { logFiles, trails, runs, ...site, logFileTimes, eventTimes };
}

async function readSite(): Promise<Pick<MetricFacts, "events" | "running" | "waiting" | "lastRun">> {
  const [site, [lastRun]] = await Promise.all([
    readRow(
      z.object({ events: dbNumber, running: dbNumber, waiting: dbNumber }),
      // The rollup is the exact count of events, and quick at any number of them.
      Prisma.sql`
        SELECT (SELECT coalesce(sum(events), 0)::bigint FROM rollup_hour) AS events,
          (SELECT count(*) FROM sync_run WHERE state = 'running') AS running,
          (SELECT count(*) FROM sync_run WHERE state = 'waiting') AS waiting`,
    ),
    readRows(
      z.object({ state: z.string(), seconds: z.number(), finishedAt: z.number() }),
      Prisma.sql`
        SELECT state::text AS state, ${seconds("finished_at - coalesce(started_at, finished_at)")} AS seconds,
          ${seconds("finished_at")} AS "finishedAt"
        FROM sync_run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
    ),
  ]);
  return { ...site, lastRun: lastRun ?? null };
}

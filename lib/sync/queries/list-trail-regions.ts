import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { LOG_FILE_STATES } from "./log-file-row.ts";

/** Others of the trail went on for so long without it: an account and region is silent then, once all is listed. */
const SILENT_AFTER = "1 day";

const regionSchema = z.object({
  trailId: dbNumber,
  trailUrl: z.string(),
  accountId: z.string(),
  region: z.string(),
  newestLogFileAt: z.string(),
  newestLogFileId: dbNumber,
  newestLogFileState: z.enum(LOG_FILE_STATES),
  newestOfTrailAt: z.string(),
  isSilent: z.boolean(),
  newestEventAt: z.string().nullable(),
  filesDue: dbNumber,
  filesFailed: dbNumber,
});

/**
 * An account and region that a trail delivers for. `newestLogFileAt` is its sign of life: when its newest log file, of
 * whatever service, was delivered; `isSilent` when others of the trail (`newestOfTrailAt`) went on for a day after that, once a pass has gone through all of it. `newestEventAt` is
 * that of the newest event kept, whichever trail brought it: a region may well have none for years. Times are ISO 8601.
 */
export type TrailRegion = z.infer<typeof regionSchema>;

export type TrailRegions = {
  /** Those whose sign of life is the oldest come first. */
  regions: TrailRegion[];
  total: number;
  silent: number;
  /** The database's clock, to hold the times against. */
  now: string;
};

const silent = Prisma.sql`newest.is_known AND r.newest_log_file_at < newest.at - ${SILENT_AFTER}::interval`;
const newestOfTrail = Prisma.sql`newest AS MATERIALIZED (
  SELECT id AS trail_id, last_complete_pass_at IS NOT NULL AS is_known,
    (SELECT max(newest_log_file_at) FROM trail_region WHERE trail_id = trail.id) AS at
  FROM trail)`;

/** How far behind each account and region of each trail is. */
export async function listTrailRegions(options: { limit?: number } = {}): Promise<TrailRegions> {
  const { limit = 100 } = options;
  const [regions, facts] = await Promise.all([
    readRows(
      regionSchema,
      Prisma.sql`
        WITH ${newestOfTrail}, r AS (
          SELECT r.*, newest.at AS newest_at, ${silent} AS is_silent FROM trail_region r JOIN newest USING (trail_id)
          ORDER BY r.newest_log_file_at, r.trail_id, r.account_id, r.region LIMIT ${limit}
        )
        SELECT r.trail_id AS "trailId", t.url AS "trailUrl", r.account_id AS "accountId", r.region,
          ${isoTimeSql(Prisma.sql`r.newest_log_file_at`)} AS "newestLogFileAt", r.is_silent AS "isSilent",
          ${isoTimeSql(Prisma.sql`r.newest_at`)} AS "newestOfTrailAt",
          f.id AS "newestLogFileId", f.state::text AS "newestLogFileState",
          ${isoTimeSql(Prisma.sql`n.event_time`)} AS "newestEventAt",
          (SELECT count(*) FROM log_file d WHERE d.trail_id = r.trail_id AND d.account_id = r.account_id
             AND d.region = r.region AND d.state = 'pending')
          + (SELECT count(*) FROM log_file d WHERE d.trail_id = r.trail_id AND d.account_id = r.account_id
             AND d.region = r.region AND d.is_due AND d.state <> 'pending') AS "filesDue",
          (SELECT count(*) FROM log_file d WHERE d.trail_id = r.trail_id AND d.account_id = r.account_id
             AND d.region = r.region AND d.state = 'failed') AS "filesFailed"
        FROM r JOIN trail t ON t.id = r.trail_id JOIN log_file f ON f.id = r.newest_log_file_id
          LEFT JOIN newest_event n ON n.account_id = r.account_id AND n.region = r.region
        ORDER BY r.newest_log_file_at, r.trail_id, r.account_id, r.region`,
    ),
    readRow(
      z.object({ total: dbNumber, silent: dbNumber, now: z.string() }),
      Prisma.sql`
        WITH ${newestOfTrail}
        SELECT count(*) AS total, count(*) FILTER (WHERE ${silent}) AS silent, ${isoTimeSql(Prisma.sql`now()`)} AS now
        FROM trail_region r JOIN newest USING (trail_id)`,
    ),
  ]);
  return { regions, ...facts };
}

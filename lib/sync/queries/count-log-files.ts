import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow } from "#lib/db/read-rows.ts";
import { LOG_FILE_STATES, type LogFileSort, type LogFileState } from "./log-file-row.ts";

export type LedgerCounts = {
  /** Files by state, and all of them. */
  files: Record<LogFileState, number> & { total: number };
  /** Files of a sort, whatever their state. */
  sorts: Record<LogFileSort, number>;
  /** Records of all files, with those of the contents that they had before. */
  recordsRead: number;
  eventsInserted: number;
  recordsDuplicate: number;
  recordsFiltered: number;
  recordsRejected: number;
  sizeBytes: number;
};

const RECORDS = {
  recordsRead: "records_read",
  eventsInserted: "events_inserted",
  recordsDuplicate: "records_duplicate",
  recordsFiltered: "records_filtered",
  recordsRejected: "records_rejected",
};

/**
 * The ledger in sum: every file has one state, every record read one fate; `eventsInserted` are all events. Of a pass,
 * the files that it was the last to read, as they are now.
 */
export async function countLogFiles(options: { trailId?: number; runId?: number } = {}): Promise<LedgerCounts> {
  const conditions = [
    options.trailId === undefined ? null : Prisma.sql`trail_id = ${options.trailId}::smallint`,
    options.runId === undefined ? null : Prisma.sql`read_run_id = ${options.runId}::bigint`,
  ].filter((condition) => condition !== null);
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
  const versionsOf = options.runId === undefined ? earlierOf(options.trailId) : Prisma.sql`WHERE false`;
  const earlier = Object.values(RECORDS).map((column) => Prisma.raw(`coalesce(sum(${column}), 0) AS ${column}`));
  const records = Object.entries(RECORDS).map(([name, column]) =>
    Prisma.raw(`(coalesce(sum(${column}), 0) + (SELECT earlier.${column} FROM earlier))::bigint AS "${name}"`),
  );
  const states = LOG_FILE_STATES.map(
    (state) => Prisma.sql`count(*) FILTER (WHERE state = ${state}::log_file_state) AS ${Prisma.raw(state)}`,
  );
  const row = await readRow(
    z.object({
      pending: dbNumber,
      ingested: dbNumber,
      skipped: dbNumber,
      archived: dbNumber,
      failed: dbNumber,
      expired: dbNumber,
      digest: dbNumber,
      insight: dbNumber,
      replaced: dbNumber,
      total: dbNumber,
      recordsRead: dbNumber,
      eventsInserted: dbNumber,
      recordsDuplicate: dbNumber,
      recordsFiltered: dbNumber,
      recordsRejected: dbNumber,
      sizeBytes: dbNumber,
    }),
    Prisma.sql`
      WITH earlier AS (
        SELECT ${Prisma.join(earlier, ", ")}, count(DISTINCT log_file_id) AS replaced FROM log_file_version ${versionsOf}
      )
      SELECT ${Prisma.join(states, ", ")}, ${Prisma.join(records, ", ")}, count(*) AS total,
        count(*) FILTER (WHERE kind = 'digest') AS digest, count(*) FILTER (WHERE kind = 'insight') AS insight,
        (SELECT replaced FROM earlier) AS replaced, coalesce(sum(size_bytes), 0)::bigint AS "sizeBytes"
      FROM log_file ${where}`,
  );
  const { digest, insight, replaced, recordsRead, eventsInserted, recordsDuplicate, recordsFiltered, ...rest } = row;
  const { recordsRejected, sizeBytes, ...files } = rest;
  const sorts = { digest, insight, replaced };
  return { files, sorts, recordsRead, eventsInserted, recordsDuplicate, recordsFiltered, recordsRejected, sizeBytes };
}

function earlierOf(trailId: number | undefined): Prisma.Sql {
  if (trailId === undefined) return Prisma.empty;
  return Prisma.sql`WHERE log_file_id IN (SELECT id FROM log_file WHERE trail_id = ${trailId}::smallint)`;
}

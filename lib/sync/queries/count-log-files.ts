import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow } from "#lib/db/read-rows.ts";
import { LOG_FILE_STATES, type LogFileState } from "./log-file-row.ts";

export type LedgerCounts = {
  /** Files by state, and all of them. */
  files: Record<LogFileState, number> & { total: number };
  recordsRead: number;
  eventsInserted: number;
  recordsDuplicate: number;
  recordsFiltered: number;
  recordsRejected: number;
  sizeBytes: number;
};

/** The ledger in sum: every file has one state, every record read one fate. */
export async function countLogFiles(options: { trailId?: number } = {}): Promise<LedgerCounts> {
  const where =
    options.trailId === undefined ? Prisma.empty : Prisma.sql`WHERE trail_id = ${options.trailId}::smallint`;
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
      total: dbNumber,
      recordsRead: dbNumber,
      eventsInserted: dbNumber,
      recordsDuplicate: dbNumber,
      recordsFiltered: dbNumber,
      recordsRejected: dbNumber,
      sizeBytes: dbNumber,
    }),
    Prisma.sql`
      SELECT ${Prisma.join(states, ", ")}, count(*) AS total,
        coalesce(sum(records_read), 0)::bigint AS "recordsRead", coalesce(sum(events_inserted), 0)::bigint AS "eventsInserted",
        coalesce(sum(records_duplicate), 0)::bigint AS "recordsDuplicate",
        coalesce(sum(records_filtered), 0)::bigint AS "recordsFiltered",
        coalesce(sum(records_rejected), 0)::bigint AS "recordsRejected", coalesce(sum(size_bytes), 0)::bigint AS "sizeBytes"
      FROM log_file ${where}`,
  );
  const { recordsRead, eventsInserted, recordsDuplicate, recordsFiltered, recordsRejected, sizeBytes, ...files } = row;
  return { files, recordsRead, eventsInserted, recordsDuplicate, recordsFiltered, recordsRejected, sizeBytes };
}

import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { listVersions, type LogFileVersion } from "./list-versions.ts";
import { type LogFile, logFileColumns, logFileSchema } from "./log-file-row.ts";

const MAX_REJECTED = 100;
const SHOWN_BYTES = 2_000;

const rejectedSchema = z
  .object({ position: z.int(), reason: z.string(), bytes: dbNumber, beginning: z.string(), isWithdrawn: z.boolean() })
  // As text whatever the bytes are: that they are no text may be the very reason.
  .transform((row) => ({ ...row, beginning: Buffer.from(row.beginning, "hex").toString() }));

/**
 * A record that couldn't be stored as an event: its 0-based place in the file, why, and how it begins; `isWithdrawn` when
 * only an earlier version of the file had it.
 */
export type RejectedRecord = z.infer<typeof rejectedSchema>;

export type LogFileDetail = LogFile & {
  /** Contents that it had, and the present one; empty when it never had another. */
  versions: LogFileVersion[];
  /** Those of the present version first, by place; at most 100. */
  rejected: RejectedRecord[];
  rejectedTotal: number;
};

/** Everything the ledger knows of one file, by our number of it; null when no file has that number. */
export async function getLogFile(id: number): Promise<LogFileDetail | null> {
  const [file] = await readRows(
    logFileSchema,
    Prisma.sql`SELECT ${logFileColumns} FROM log_file f JOIN trail t ON t.id = f.trail_id WHERE f.id = ${id}`,
  );
  if (!file) return null;
  const [versions, rejected, { total }] = await Promise.all([
    listVersions(id),
    readRows(
      rejectedSchema,
      Prisma.sql`SELECT position, reason, octet_length(bytes) AS bytes, withdrawn_commit_no IS NOT NULL AS "isWithdrawn",
          encode(substring(bytes FROM 1 FOR ${SHOWN_BYTES}::integer), 'hex') AS beginning
        FROM rejected_record WHERE log_file_id = ${id}
        ORDER BY withdrawn_commit_no IS NOT NULL, position, commit_no LIMIT ${MAX_REJECTED}`,
    ),
    readRow(
      z.object({ total: dbNumber }),
      Prisma.sql`SELECT count(*) AS total FROM rejected_record WHERE log_file_id = ${id}`,
    ),
  ]);
  return { ...file, versions, rejected, rejectedTotal: total };
}

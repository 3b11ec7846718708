import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";

export const LOG_FILE_STATES = ["pending", "ingested", "skipped", "archived", "failed", "expired"] as const;
export type LogFileState = (typeof LOG_FILE_STATES)[number];

const fileSchema = z.object({
  id: dbNumber,
  trailId: dbNumber,
  trailUrl: z.string(),
  key: z.string(),
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
});

/** A file of the ledger; times in ISO 8601, UTC. `reason` is a sentence; `isDue` says that a retry was asked for. */
export type LogFile = z.infer<typeof fileSchema>;

export type LogFilePage = { files: LogFile[]; nextCursor: string | null };

export type ListLogFilesOptions = {
  state?: LogFileState;
  trailId?: number;
  /** Words of the key, `*` standing for anything. */
  key?: string;
  cursor?: string;
  limit?: number;
};

/** The ledger in the order of keys, page by page. A cursor that isn't one starts from the top. */
export async function listLogFiles(options: ListLogFilesOptions = {}): Promise<LogFilePage> {
  const { limit = 100 } = options;
  const after = decodeCursor(options.cursor);
  const conditions = [
    options.state === undefined ? null : Prisma.sql`f.state = ${options.state}::log_file_state`,
    options.trailId === undefined ? null : Prisma.sql`f.trail_id = ${options.trailId}::smallint`,
    options.key === undefined || options.key === "" ? null : Prisma.sql`f.key LIKE ${likePattern(options.key)}`,
    after === null ? null : Prisma.sql`(f.key, f.trail_id) > (${after.key}, ${after.trailId}::smallint)`,
  ].filter((condition) => condition !== null);
  const time = (column: string) => isoTimeSql(Prisma.raw(column));
  const files = await readRows(
    fileSchema,
    Prisma.sql`
      SELECT f.id, f.trail_id AS "trailId", t.url AS "trailUrl", f.key, f.state::text AS state, f.reason, f.attempts,
        f.is_due AS "isDue", f.size_bytes AS "sizeBytes", f.uncompressed_bytes AS "uncompressedBytes",
        f.storage_class AS "storageClass", f.sha256, f.records_read AS "recordsRead",
        f.events_inserted AS "eventsInserted", f.records_duplicate AS "recordsDuplicate",
        f.records_filtered AS "recordsFiltered", f.records_rejected AS "recordsRejected",
        ${time("f.last_modified")} AS "lastModified", ${time("f.first_seen_at")} AS "firstSeenAt",
        ${time("f.last_seen_at")} AS "lastSeenAt", ${time("f.ingested_at")} AS "ingestedAt"
      FROM log_file f JOIN trail t ON t.id = f.trail_id
      ${conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty}
      ORDER BY f.key, f.trail_id LIMIT ${limit + 1}`,
  );
  const last = files.length > limit ? files[limit - 1] : undefined;
  return { files: files.slice(0, limit), nextCursor: last ? encodeCursor(last) : null };
}

function likePattern(text: string): string {
  const escaped = text.replace(/[\\%_]/g, String.raw`\$&`).replaceAll("*", "%");
  return `%${escaped}%`;
}

function encodeCursor(file: Pick<LogFile, "key" | "trailId">): string {
  return Buffer.from(JSON.stringify([file.key, file.trailId])).toString("base64url");
}

function decodeCursor(cursor: string | undefined): { key: string; trailId: number } | null {
  if (cursor === undefined) return null;
  try {
    const [key, trailId] = z
      .tuple([z.string(), z.int()])
      .parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { key, trailId };
  } catch {
    return null;
  }
}

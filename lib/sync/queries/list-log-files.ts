import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { type LogFile, logFileColumns, logFileSchema, type LogFileSort, type LogFileState } from "./log-file-row.ts";

export type LogFilePage = { files: LogFile[]; nextCursor: string | null };

export type ListLogFilesOptions = {
  state?: LogFileState;
  only?: LogFileSort;
  trailId?: number;
  /** The pass that was the last to read them, or to try. */
  runId?: number;
  /** Words of the key, `*` standing for anything. */
  key?: string;
  cursor?: string;
  limit?: number;
};

/** What the database takes for a key and a trail's number. */
const cursorSchema = z.tuple([z.string().refine(isStorable), z.int().min(0).max(32_767)]);

/** The ledger in the order of keys, page by page. A cursor that isn't one starts from the top. */
export async function listLogFiles(options: ListLogFilesOptions = {}): Promise<LogFilePage> {
  const { limit = 100 } = options;
  if (options.key !== undefined && !isStorable(options.key)) return { files: [], nextCursor: null };
  const after = decodeCursor(options.cursor);
  const conditions = [
    options.state === undefined ? null : Prisma.sql`f.state = ${options.state}::log_file_state`,
    options.only === undefined ? null : sortSql(options.only),
    options.trailId === undefined ? null : Prisma.sql`f.trail_id = ${options.trailId}::smallint`,
    options.runId === undefined ? null : Prisma.sql`f.read_run_id = ${options.runId}::bigint`,
    options.key === undefined || options.key === "" ? null : Prisma.sql`f.key LIKE ${likePattern(options.key)}`,
    after === null ? null : Prisma.sql`(f.key, f.trail_id) > (${after.key}, ${after.trailId}::smallint)`,
  ].filter((condition) => condition !== null);
  const files = await readRows(
    logFileSchema,
    Prisma.sql`
      SELECT ${logFileColumns} FROM log_file f JOIN trail t ON t.id = f.trail_id
      ${conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}` : Prisma.empty}
      ORDER BY f.key, f.trail_id LIMIT ${limit + 1}`,
  );
  const last = files.length > limit ? files[limit - 1] : undefined;
  return { files: files.slice(0, limit), nextCursor: last ? encodeCursor(last) : null };
}

function sortSql(only: LogFileSort): Prisma.Sql {
  if (only !== "replaced") return Prisma.sql`f.kind = ${only}`;
  return Prisma.sql`f.id IN (SELECT log_file_id FROM log_file_version)`;
}

function isStorable(key: string): boolean {
  return !key.includes("\0");
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
    const [key, trailId] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { key, trailId };
  } catch {
    return null;
  }
}

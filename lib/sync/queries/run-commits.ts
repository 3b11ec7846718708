import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";

const commitSchema = z.object({ no: dbNumber, committedAt: z.string(), events: dbNumber });

/** A transaction of a pass: its number, when it was committed (ISO 8601, UTC), and the events that came with it. */
export type RunCommit = z.infer<typeof commitSchema>;

export type RunCommits = {
  /** The last ones, newest first. */
  commits: RunCommit[];
  total: number;
  /** The numbers of the first and the last; null without any. */
  first: number | null;
  last: number | null;
};

/** The transactions in which a pass brought in what it read. */
export async function runCommits(runId: number, options: { limit?: number } = {}): Promise<RunCommits> {
  const [commits, facts] = await Promise.all([
    readRows(
      commitSchema,
      Prisma.sql`
        SELECT c.no, ${isoTimeSql(Prisma.sql`c.committed_at`)} AS "committedAt",
          (SELECT count(*) FROM event e WHERE e.commit_no = c.no) AS events
        FROM ingest_commit c WHERE c.sync_run_id = ${runId}::bigint ORDER BY c.no DESC LIMIT ${options.limit ?? 20}`,
    ),
    readRow(
      z.object({ total: dbNumber, first: dbNumber.nullable(), last: dbNumber.nullable() }),
      Prisma.sql`
        SELECT count(*) AS total, min(no) AS first, max(no) AS last FROM ingest_commit WHERE sync_run_id = ${runId}::bigint`,
    ),
  ]);
  return { commits, ...facts };
}

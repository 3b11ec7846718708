import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import type { Coverage } from "#lib/projects/coverage.ts";

const MAX_GAPS = 200;

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const gapSchema = z.object({
  from: day,
  to: day,
  kind: z.enum(["missing", "unread"]),
  files: dbNumber,
  total: dbNumber,
});

/**
 * Of which days log files of an account and region were read, in whatever trail, and of which between them not. That is
 * the ledger as it stands: no commit number fixes it.
 */
export async function getCoverage({ account, region }: { account: string; region: string }): Promise<Coverage> {
  const none = { firstDay: null, lastDay: null, gaps: [], gapsTotal: 0 };
  if (`${account}${region}`.includes("\0")) return none;
  // A file that vanished was read where it has a rules' fingerprint.
  const days = Prisma.sql`SELECT folder_date AS day,
      count(*) FILTER (WHERE is_read) AS read, count(*) FILTER (WHERE NOT is_read) AS unread
    FROM (
      SELECT folder_date, state = 'ingested' OR (state = 'expired' AND rules_fingerprint IS NOT NULL) AS is_read
      FROM log_file WHERE kind = 'log' AND account_id = ${account} AND region = ${region} AND state <> 'skipped'
    ) AS file WHERE folder_date IS NOT NULL GROUP BY 1`;
  const ends = await readRow(
    z.object({ firstDay: day.nullable(), lastDay: day.nullable() }),
    Prisma.sql`SELECT min(day)::text AS "firstDay", max(day)::text AS "lastDay" FROM (${days}) AS days WHERE read > 0`,
  );
  const { firstDay, lastDay } = ends;
  if (firstDay === null || lastDay === null) return none;
  const rows = await readRows(
    gapSchema,
    Prisma.sql`WITH days AS MATERIALIZED (SELECT * FROM (${days}) AS d WHERE day BETWEEN ${firstDay}::date AND ${lastDay}::date),
      gaps AS (
        SELECT day + 1 AS first, next - 1 AS last, 'missing' AS kind, 0::bigint AS files
        FROM (SELECT day, lead(day) OVER (ORDER BY day) AS next FROM days) AS followed WHERE next > day + 1
        UNION ALL
        SELECT min(day), max(day), 'unread', sum(unread)::bigint
        FROM (SELECT day, unread, day - (row_number() OVER (ORDER BY day))::integer AS run FROM days WHERE unread > 0) AS runs
        GROUP BY run
      )
      SELECT first::text AS "from", last::text AS "to", kind, files, total FROM (
        SELECT *, count(*) OVER () AS total FROM gaps ORDER BY last - first DESC, first LIMIT ${MAX_GAPS}
      ) AS longest ORDER BY first, kind`,
  );
  return { firstDay, lastDay, ...gapsOf(rows) };
}

function gapsOf(rows: z.infer<typeof gapSchema>[]): Pick<Coverage, "gaps" | "gapsTotal"> {
  const { items, total } = cutRows(rows);
  return { gaps: items, gapsTotal: total };
}

import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut, ValueSpan } from "#lib/events/activity.ts";
import { columnSql } from "./match-sql.ts";
import { cutRows } from "./cut-rows.ts";

const rowSchema = z.object({
  value: z.string().nullable(),
  events: dbNumber,
  failures: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  total: dbNumber,
});

/**
 * The values of a column of `event` among the events of a condition, with counts and span: most frequent first, then
 * by value.
 */
export async function valueSpans(column: `event.${string}`, where: Prisma.Sql, limit: number): Promise<Cut<ValueSpan>> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT ${columnSql(column)} AS value, count(*) AS events,
        count(*) FILTER (WHERE event.outcome = 'failure') AS failures,
        ${isoTimeSql(Prisma.sql`min(event.event_time)`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS "lastSeen",
        count(*) OVER () AS total
      FROM event WHERE ${where} GROUP BY 1
      ORDER BY events DESC, ${columnSql(column)} COLLATE "C" NULLS LAST LIMIT ${limit}`,
  );
  return cutRows(rows);
}

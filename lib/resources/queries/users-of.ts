import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import type { ResourceUser } from "#lib/resources/resource-detail.ts";

const rowSchema = z.object({
  id: z.int(),
  key: z.string(),
  type: z.string(),
  name: z.string(),
  events: dbNumber,
  failures: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  total: dbNumber,
});

/** Who did the events of a condition: most frequent first, then by our number. */
export async function usersOf(where: Prisma.Sql, limit: number): Promise<Cut<ResourceUser>> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT principal.id, principal.key, principal.type, principal.name, counts.events, counts.failures,
        ${isoTimeSql(Prisma.sql`counts.first_seen`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`counts.last_seen`)} AS "lastSeen",
        count(*) OVER () AS total
      FROM (
        SELECT event.principal_ref, count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures,
          min(event.event_time) AS first_seen, max(event.event_time) AS last_seen
        FROM event WHERE ${where} GROUP BY 1
      ) AS counts JOIN principal ON principal.id = counts.principal_ref
      ORDER BY counts.events DESC, principal.id LIMIT ${limit}`,
  );
  return cutRows(rows);
}

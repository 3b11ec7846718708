import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { ActionCount, Cut } from "#lib/events/activity.ts";
import { cutRows } from "./cut-rows.ts";

const rowSchema = z.object({
  eventSource: z.string(),
  eventName: z.string(),
  access: z.enum(["read", "write"]),
  events: dbNumber,
  failures: dbNumber,
  total: dbNumber,
});

/** The actions among the events of a condition: most frequent first, then by name. */
export async function actionCounts(where: Prisma.Sql, limit: number): Promise<Cut<ActionCount>> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT action.event_source AS "eventSource", action.event_name AS "eventName", counts.access, counts.events, counts.failures,
        count(*) OVER () AS total
      FROM (
        SELECT event.action_ref, event.access, count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures
        FROM event WHERE ${where} GROUP BY 1, 2
      ) AS counts JOIN action ON action.id = counts.action_ref
      ORDER BY counts.events DESC, action.event_name COLLATE "C", action.event_source COLLATE "C", counts.access LIMIT ${limit}`,
  );
  return cutRows(rows);
}

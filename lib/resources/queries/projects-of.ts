import { z } from "zod";
import { relatedArn, type Named } from "#lib/codestar/related-names.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import type { ResourceProject } from "#lib/resources/resource-detail.ts";

/** What a notification rule can watch. */
const WATCHABLE: readonly Named[] = ["pipeline", "build-project", "repository", "application"];

const namedSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  by: z.enum(["own", "related"]),
  events: dbNumber,
  failures: dbNumber,
  lastSeen: z.string(),
  eventId: z.string(),
  total: dbNumber,
});

/**
 * The projects that events name together with a resource, CodeStar's own events before other services'; and the one
 * whose thing a rule watches, by the naming rules. `naming` is the condition on events that name the resource.
 */
export async function projectsOf(
  naming: Prisma.Sql,
  watched: string | null,
  limit: number,
): Promise<Cut<ResourceProject>> {
  const rows = await readRows(
    namedSchema,
    Prisma.sql`SELECT project.account_id AS account, project.region, project.project_id AS id, counts.by, counts.events,
        counts.failures, ${isoTimeSql(Prisma.sql`counts.last_seen`)} AS "lastSeen", counts.event_id AS "eventId",
        count(*) OVER () AS total
      FROM (
        SELECT coalesce(event.project_ref, event.related_project_ref) AS ref,
          CASE WHEN event.project_ref IS NULL THEN 'related' ELSE 'own' END AS by, count(*) AS events,
          count(*) FILTER (WHERE event.outcome = 'failure') AS failures, max(event.event_time) AS last_seen,
          (array_agg(event.event_id ORDER BY event.event_time DESC, event.event_id DESC))[1] AS event_id
        FROM event WHERE ${naming} AND (event.project_ref IS NOT NULL OR event.related_project_ref IS NOT NULL)
        GROUP BY 1, 2
      ) AS counts JOIN project ON project.id = counts.ref
      ORDER BY counts.by, counts.events DESC, project.id LIMIT ${limit}`,
  );
  const { items, total } = cutRows(rows);
  const watching = watched === null ? [] : await watchedProject(watched);
  const isNew = ({ account, region, id }: ResourceProject) =>
    !items.some((item) => item.account === account && item.region === region && item.id === id);
  const more = watching.filter(isNew);
  return { items: [...items, ...more], total: total + more.length };
}

/** A name that reads like a project's thing says so only if there is such a project. */
async function watchedProject(arn: string): Promise<ResourceProject[]> {
  const name = relatedArn(arn, WATCHABLE);
  if (!name?.mark || !name.accountId) return [];
  const rows = await readRows(
    z.object({ account: z.string(), region: z.string(), id: z.string() }),
    Prisma.sql`SELECT account_id AS account, region, project_id AS id FROM project
      WHERE account_id = ${name.accountId} AND region = ${name.region ?? ""} AND project_id = ${name.mark}
      LIMIT 1`,
  );
  return rows.map((row) => ({ ...row, by: "watched", events: 0, failures: 0, lastSeen: null, eventId: null }));
}

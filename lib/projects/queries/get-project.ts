import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import { actionCounts } from "#lib/events/queries/action-counts.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import type { ProjectDetail, ProjectPrincipal } from "#lib/projects/project.ts";
import { findProject } from "./find-project.ts";
import { projectColumns, projectSchema, projectsSql } from "./projects-sql.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";

const MAX_LISTED = 100;
const LATEST = 20;

export type GetProjectOptions = {
  account: string;
  region: string;
  id: string;
  /** Of the timeline; UTC when absent. */
  tz?: string;
  asOf?: number;
};

/** A project's page; null when no event names it as of the commit. */
export async function getProject(options: GetProjectOptions): Promise<ProjectDetail | null> {
  const { account, region, id } = options;
  const found = await findProject(options);
  if (!found) return null;
  const { asOf, where } = found;
  const filter = { terms: { project: [{ pattern: literalPattern(`${account}/${region}/${id}`), isExcluded: false }] } };
  const [[project], timeline, actions, principalList, latest] = await Promise.all([
    readRows(projectSchema, Prisma.sql`SELECT ${projectColumns} FROM ${projectsSql(asOf, found.ref)}`),
    eventTimeline({ filter, tz: options.tz, asOf }),
    actionCounts(where, MAX_LISTED),
    principalsOf(where),
    latestEvents(where, asOf, LATEST),
  ]);
  return project ? { ...project, asOf, timeline, actions, principalList, latestEvents: latest } : null;
}

const principalSchema = z.object({
  id: z.int(),
  key: z.string(),
  type: z.string(),
  name: z.string(),
  arn: z.string().nullable(),
  events: dbNumber,
  failures: dbNumber,
  writes: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  total: dbNumber,
});

async function principalsOf(where: Prisma.Sql): Promise<Cut<ProjectPrincipal>> {
  const rows = await readRows(
    principalSchema,
    Prisma.sql`SELECT principal.id, principal.key, principal.type, principal.name, principal.arn, counts.events, counts.failures, counts.writes,
        ${isoTimeSql(Prisma.sql`counts.first_seen`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`counts.last_seen`)} AS "lastSeen",
        count(*) OVER () AS total
      FROM (
        SELECT event.principal_ref, count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures,
          count(*) FILTER (WHERE event.access = 'write') AS writes,
          min(event.event_time) AS first_seen, max(event.event_time) AS last_seen
        FROM event WHERE ${where} GROUP BY 1
      ) AS counts JOIN principal ON principal.id = counts.principal_ref
      ORDER BY counts.events DESC, principal.id LIMIT ${MAX_LISTED}`,
  );
  return cutRows(rows);
}

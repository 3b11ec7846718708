import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import { refCountsSql } from "#lib/events/queries/ref-counts-sql.ts";
import type { BusyPrincipal, BusyProject, Overview } from "#lib/overview/overview.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";

const LISTED = 10;

/**
 * What the front page shows of all events.
 * @param options.tz of the timeline; UTC when absent.
 */
export async function getOverview(options: { tz?: string; asOf?: number } = {}): Promise<Overview> {
  const asOf = await resolveAsOf(options.asOf);
  const [counts, span, timeline, projects, principals, latestWrites] = await Promise.all([
    countEvents({ filter: ALL_EVENTS, asOf }),
    eventSpan(asOf),
    eventTimeline({ filter: ALL_EVENTS, tz: options.tz, asOf }),
    busiestProjects(asOf),
    busiestPrincipals(asOf),
    latestEvents(Prisma.sql`event.access = 'write' AND event.commit_no <= ${asOf} AND ${NOT_RELATED}`, asOf, LISTED),
  ]);
  return {
    ...counts,
    ...span,
    timeline,
    projects: projects.total,
    principals: principals.total,
    busiestProjects: projects.items,
    busiestPrincipals: principals.items,
    latestWrites,
  };
}

function eventSpan(asOf: number): Promise<Pick<Overview, "oldestEvent" | "newestEvent">> {
  return readRow(
    z.object({ oldestEvent: z.string().nullable(), newestEvent: z.string().nullable() }),
    Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`min(event_time)`)} AS "oldestEvent", ${isoTimeSql(Prisma.sql`max(event_time)`)} AS "newestEvent"
      FROM event WHERE commit_no <= ${asOf} AND ${NOT_RELATED}`,
  );
}

const projectSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  events: dbNumber,
  failures: dbNumber,
  total: dbNumber,
});

async function busiestProjects(asOf: number): Promise<{ items: BusyProject[]; total: number }> {
  const rows = await readRows(
    projectSchema,
    Prisma.sql`SELECT project.account_id AS account, project.region, project.project_id AS id, counts.events, counts.failures,
        count(*) OVER () AS total
      FROM ${refCountsSql("project", asOf)} AS counts JOIN project ON project.id = counts.ref
      ORDER BY counts.events DESC, project.id LIMIT ${LISTED}`,
  );
  return cutRows(rows);
}

const principalSchema = z.object({
  id: z.int(),
  key: z.string(),
  type: z.string(),
  name: z.string(),
  events: dbNumber,
  failures: dbNumber,
  total: dbNumber,
});

async function busiestPrincipals(asOf: number): Promise<{ items: BusyPrincipal[]; total: number }> {
  const rows = await readRows(
    principalSchema,
    Prisma.sql`SELECT principal.id, principal.key, principal.type, principal.name, counts.events, counts.failures,
        count(*) OVER () AS total
      FROM ${refCountsSql("principal", asOf)} AS counts JOIN principal ON principal.id = counts.ref
      ORDER BY counts.events DESC, principal.id LIMIT ${LISTED}`,
  );
  return cutRows(rows);
}

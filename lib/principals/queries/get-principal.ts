import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { actionCounts } from "#lib/events/queries/action-counts.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import { valueSpans } from "#lib/events/queries/value-spans.ts";
import type { PrincipalDetail, PrincipalProject, PrincipalSession } from "#lib/principals/principal-summary.ts";
import { principalColumns, principalSchema, principalsSql } from "./principals-sql.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";

const MAX_LISTED = 100;
const LATEST = 20;
const MAX_ID = 2_147_483_647;

/**
 * A principal's dossier; null when nobody had the number as of the commit.
 * @param id our number, as in `PrincipalSummary`.
 * @param options.tz of the timeline; UTC when absent.
 */
export async function getPrincipal(
  id: number,
  options: { tz?: string; asOf?: number } = {},
): Promise<PrincipalDetail | null> {
  if (!Number.isInteger(id) || id < 1 || id > MAX_ID) return null;
  const asOf = await resolveAsOf(options.asOf);
  const where = Prisma.sql`event.principal_ref = ${id} AND event.commit_no <= ${asOf} AND ${NOT_RELATED}`;
  const [principal] = await readRows(
    principalSchema,
    Prisma.sql`SELECT ${principalColumns} FROM ${principalsSql(asOf, id)}`,
  );
  if (!principal) return null;
  const [timeline, actions, addresses, sessions, accessKeys, userAgents, projects, latest] = await Promise.all([
    eventTimeline({ filter: ALL_EVENTS, principalRef: id, tz: options.tz, asOf }),
    actionCounts(where, MAX_LISTED),
    valueSpans("event.source_ip", where, MAX_LISTED),
    sessionsOf(where),
    valueSpans("event.access_key_id", where, MAX_LISTED),
    valueSpans("event.user_agent", where, MAX_LISTED),
    projectsOf(where),
    latestEvents(where, asOf, LATEST),
  ]);
  return {
    ...principal,
    asOf,
    timeline,
    actions,
    addresses,
    sessions,
    accessKeys,
    userAgents,
    projects,
    latestEvents: latest,
  };
}

const sessionSchema = z.object({
  sessionName: z.string().nullable(),
  arn: z.string().nullable(),
  accessKeyId: z.string().nullable(),
  start: z.string(),
  end: z.string(),
  events: dbNumber,
  failures: dbNumber,
  total: dbNumber,
});

/** Latest first. A name alone isn't a session: people use theirs for years. */
async function sessionsOf(where: Prisma.Sql): Promise<Cut<PrincipalSession>> {
  const rows = await readRows(
    sessionSchema,
    Prisma.sql`SELECT event.session_name AS "sessionName", event.principal_arn AS arn, event.access_key_id AS "accessKeyId",
        ${isoTimeSql(Prisma.sql`min(event.event_time)`)} AS start, ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS "end",
        count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures, count(*) OVER () AS total
      FROM event WHERE ${where} AND event.session_name IS NOT NULL
      GROUP BY event.session_name, event.principal_arn, event.access_key_id
      ORDER BY max(event.event_time) DESC, event.session_name COLLATE "C", event.access_key_id COLLATE "C", event.principal_arn COLLATE "C"
      LIMIT ${MAX_LISTED}`,
  );
  return cutRows(rows);
}

const projectSchema = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  events: dbNumber,
  failures: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  total: dbNumber,
});

async function projectsOf(where: Prisma.Sql): Promise<Cut<PrincipalProject>> {
  const rows = await readRows(
    projectSchema,
    Prisma.sql`SELECT project.account_id AS account, project.region, project.project_id AS id, counts.events, counts.failures,
        ${isoTimeSql(Prisma.sql`counts.first_seen`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`counts.last_seen`)} AS "lastSeen",
        count(*) OVER () AS total
      FROM (
        SELECT event.project_ref, count(*) AS events, count(*) FILTER (WHERE event.outcome = 'failure') AS failures,
          min(event.event_time) AS first_seen, max(event.event_time) AS last_seen
        FROM event WHERE ${where} AND event.project_ref IS NOT NULL GROUP BY 1
      ) AS counts JOIN project ON project.id = counts.project_ref
      ORDER BY counts.events DESC, project.id LIMIT ${MAX_LISTED}`,
  );
  return cutRows(rows);
}

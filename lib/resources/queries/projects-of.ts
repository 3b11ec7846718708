import { z } from "zod";
import { relatedArn, type Named, type RelatedName } from "#lib/codestar/related-names.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import type { ResourceProject, ResourceUser } from "#lib/resources/resource-detail.ts";
import type { Resource } from "#lib/resources/resource.ts";

/** What a notification rule can watch. */
const WATCHABLE: readonly Named[] = ["pipeline", "build-project", "repository", "application"];

const projectSchema = z.object({ account: z.string(), region: z.string(), id: z.string() });
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

/** The condition on events that name the resource, and who used it. */
type Known = { naming: Prisma.Sql; users: readonly ResourceUser[] };

/**
 * The projects that events name together with a resource, CodeStar's own events before other services'; then those
 * whose roles used it, and the one whose thing a rule watches, both by the naming rules. Each by its best evidence.
 */
export async function projectsOf(
  { watched, region }: Resource,
  { naming, users }: Known,
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
  const named = await Promise.all([...users.map((user) => roleProject(user, region)), watchedProject(watched)]);
  const found = new Map<string, ResourceProject>(items.map((item) => [nameOf(item), item]));
  for (const project of named.flat()) {
    const known = found.get(nameOf(project));
    if (!known) found.set(nameOf(project), project);
    else if (known.by === "role" && project.by === "role") found.set(nameOf(project), sumOf(known, project));
  }
  return { items: [...found.values()], total: total + found.size - new Set(items.map(nameOf)).size };
}

function nameOf({ account, region, id }: ResourceProject): string {
  return `${account}/${region}/${id}`;
}

/** Several roles work for one project. */
function sumOf(one: ResourceProject, other: ResourceProject): ResourceProject {
  const lastSeen = [one.lastSeen ?? "", other.lastSeen ?? ""].toSorted()[1] ?? null;
  return { ...one, events: one.events + other.events, failures: one.failures + other.failures, lastSeen };
}

/** Such roles are of no region, what they use is. */
async function roleProject(user: ResourceUser, region: string): Promise<ResourceProject[]> {
  const { events, failures, lastSeen } = user;
  const project = await markedProject(relatedArn(user.key, ["role"]), region);
  return project.map((row) => ({ ...row, by: "role", events, failures, lastSeen, eventId: null }));
}

/** A name that reads like a project's thing says so only if there is such a project. */
async function watchedProject(arn: string | null): Promise<ResourceProject[]> {
  const name = arn === null ? null : relatedArn(arn, WATCHABLE);
  const project = await markedProject(name, name?.region ?? "");
  return project.map((row) => ({ ...row, by: "watched", events: 0, failures: 0, lastSeen: null, eventId: null }));
}

/** Of the projects that a mark can mean, as related events are assigned: a confirmed one first, then the longest id. */
async function markedProject(name: RelatedName | null, region: string): Promise<z.infer<typeof projectSchema>[]> {
  if (!name?.mark || !name.accountId) return [];
  return readRows(
    projectSchema,
    Prisma.sql`SELECT account_id AS account, region, project_id AS id FROM project
      WHERE account_id = ${name.accountId} AND region = ${region}
        AND (project_id = ${name.mark} OR (NOT ${name.isExact}::boolean AND starts_with(${name.mark}, project_id || '-')))
      ORDER BY is_confirmed IS TRUE DESC, length(project_id) DESC LIMIT 1`,
  );
}

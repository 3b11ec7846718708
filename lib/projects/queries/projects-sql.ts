import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber } from "#lib/db/read-rows.ts";
import { refCountsSql, seenSql } from "#lib/events/queries/ref-counts-sql.ts";
import type { Project } from "#lib/projects/project.ts";

/** A row of `projectsSql`. */
export const projectSchema: z.ZodType<Project> = z.object({
  account: z.string(),
  region: z.string(),
  id: z.string(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  events: dbNumber,
  failures: dbNumber,
  writes: dbNumber,
  principals: dbNumber,
  isConfirmed: z.boolean(),
});

/** The columns of a `Project`, of `projectsSql` as `projects`. */
export const projectColumns = Prisma.sql`account, region, id, events, failures, writes, principals, "isConfirmed",
  ${isoTimeSql(Prisma.sql`first_seen`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`last_seen`)} AS "lastSeen"`;

/** A relation of the projects that have events as of a commit, or of one of them. */
export function projectsSql(asOf: number, projectRef?: number): Prisma.Sql {
  const only = projectRef === undefined ? Prisma.sql`IS NOT NULL` : Prisma.sql`= ${projectRef}`;
  return Prisma.sql`(SELECT project.account_id AS account, project.region, project.project_id AS id,
      counts.events, counts.failures, counts.writes, actors.principals,
      counts.events > counts.failures AS "isConfirmed",
      ${seenSql("project", "first", asOf)} AS first_seen, ${seenSql("project", "last", asOf)} AS last_seen
    FROM ${refCountsSql("project", asOf, projectRef)} AS counts
    JOIN project ON project.id = counts.ref
    JOIN (
      SELECT project_ref, count(*) AS principals FROM (
        SELECT DISTINCT project_ref, principal_ref FROM event WHERE project_ref ${only} AND NOT is_related AND commit_no <= ${asOf}
      ) AS pairs GROUP BY 1
    ) AS actors ON actors.project_ref = counts.ref) AS projects`;
}

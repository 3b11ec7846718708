import { z } from "zod";
import { TEAM_ACTIONS } from "#lib/codestar/team.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { latestEvents } from "#lib/events/queries/latest-events.ts";
import { membershipsOf, type TeamChange } from "#lib/principals/memberships-of.ts";
import type { DoneTo } from "#lib/principals/principal-detail.ts";

const MAX_CHANGES = 20;

/** What was done to whoever goes by these ARNs, as of a commit. */
export async function findDoneTo(arns: readonly string[], asOf: number): Promise<DoneTo> {
  const texts = arns.filter((arn) => !arn.includes("\0"));
  const where = Prisma.sql`event.subject_arn = ANY(${texts}) AND event.commit_no <= ${asOf} AND ${NOT_RELATED}`;
  const [items, { total, reads }, changes] = await Promise.all([
    latestEvents(Prisma.sql`${where} AND event.access = 'write'`, asOf, MAX_CHANGES),
    readRow(
      z.object({ total: dbNumber, reads: dbNumber }),
      Prisma.sql`SELECT count(*) FILTER (WHERE event.access = 'write') AS total, count(*) FILTER (WHERE event.access = 'read') AS reads
        FROM event WHERE ${where}`,
    ),
    teamChanges(where, asOf),
  ]);
  return { arns: [...arns], changes: { items, total }, reads, memberships: membershipsOf(changes) };
}

const changeSchema: z.ZodType<TeamChange> = z
  .object({
    eventId: z.string(),
    eventTime: z.string(),
    eventName: z.enum(TEAM_ACTIONS),
    account: z.string(),
    region: z.string(),
    id: z.string(),
    subjectArn: z.string().nullable(),
    role: z.string().nullable(),
    remoteAccess: z.boolean().nullable(),
  })
  .transform(({ account, region, id, ...change }) => ({ ...change, project: { account, region, id } }));

/** The successful changes of their places in teams, and the deletions of those projects. */
function teamChanges(where: Prisma.Sql, asOf: number): Promise<TeamChange[]> {
  const codestar = (names: string[]) =>
    Prisma.sql`event.action_ref IN (SELECT id FROM action WHERE event_source = 'codestar.amazonaws.com' AND event_name = ANY(${names}))
      AND event.outcome = 'success' AND event.project_ref IS NOT NULL`;
  const columns = Prisma.sql`event.event_id, event.event_time, event.action_ref, event.project_ref, event.subject_arn, event.member_role, event.remote_access`;
  return readRows(
    changeSchema,
    Prisma.sql`WITH changes AS MATERIALIZED (
        SELECT ${columns} FROM event
        WHERE ${where} AND ${codestar(["AssociateTeamMember", "UpdateTeamMember", "DisassociateTeamMember"])}
      ), deletions AS (
        SELECT ${columns} FROM event
        WHERE ${codestar(["DeleteProject"])} AND event.project_ref IN (SELECT project_ref FROM changes)
          AND event.commit_no <= ${asOf} AND ${NOT_RELATED}
      )
      SELECT change.event_id AS "eventId", ${isoTimeSql(Prisma.sql`change.event_time`)} AS "eventTime", action.event_name AS "eventName",
        project.account_id AS account, project.region, project.project_id AS id, change.subject_arn AS "subjectArn",
        change.member_role AS role, change.remote_access AS "remoteAccess"
      FROM (SELECT * FROM changes UNION ALL SELECT * FROM deletions) AS change
      JOIN action ON action.id = change.action_ref JOIN project ON project.id = change.project_ref`,
  );
}

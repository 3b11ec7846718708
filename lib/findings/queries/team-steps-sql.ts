import { Prisma } from "#lib/db/prisma.ts";
import { codestarActions, knownEventSql } from "./found-sql.ts";

const CHANGES = ["AssociateTeamMember", "UpdateTeamMember", "DisassociateTeamMember"] as const;

/**
 * Every change of a team that succeeded, replayed in the order (event_time, event_id): (event_id, event_time,
 * project_ref, principal_ref, subject_arn, verb, was_member, is_member, since, role_before, role, remote_before,
 * remote). A deletion is a step of each member; what a request doesn't say stays; `since` is null for a member whose
 * coming isn't known. The rules are those of `teamAt` (lib/codestar/team.ts), here for all projects at once.
 * @param projectRef of one project alone.
 */
export function teamStepsSql(asOf: number, projectRef?: number): Prisma.Sql {
  const one = projectRef === undefined ? Prisma.sql`IS NOT NULL` : Prisma.sql`= ${projectRef}`;
  const succeeded = Prisma.sql`${knownEventSql(asOf)} AND event.outcome = 'success' AND event.project_ref ${one}`;
  return Prisma.sql`(WITH change AS (
      SELECT event.event_id, event.event_time, event.project_ref, event.principal_ref, event.subject_arn, action.event_name AS verb,
        event.member_role, event.remote_access
      FROM event JOIN action ON action.id = event.action_ref
      WHERE ${succeeded} AND event.subject_arn IS NOT NULL AND event.action_ref IN ${codestarActions(...CHANGES)}
    ), step AS (
      SELECT * FROM change UNION ALL
      SELECT event.event_id, event.event_time, event.project_ref, event.principal_ref, member.subject_arn, 'DeleteProject', NULL, NULL
      FROM event JOIN (SELECT DISTINCT project_ref, subject_arn FROM change) AS member USING (project_ref)
      WHERE ${succeeded} AND event.action_ref IN ${codestarActions("DeleteProject")}
    ), spell AS (
      SELECT *, verb IN ('AssociateTeamMember', 'UpdateTeamMember') AS is_member,
        count(*) FILTER (WHERE verb IN ('DisassociateTeamMember', 'DeleteProject')) OVER (
          PARTITION BY project_ref, subject_arn ORDER BY event_time, event_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS stay
      FROM step
    ), said AS (
      SELECT *, count(member_role) OVER member AS roles, count(remote_access) OVER member AS remotes,
        max(event_time) FILTER (WHERE verb = 'AssociateTeamMember') OVER member AS since
      FROM spell WINDOW member AS (PARTITION BY project_ref, subject_arn, stay ORDER BY event_time, event_id)
    ), state AS (
      SELECT event_id, event_time, project_ref, principal_ref, subject_arn, verb, is_member, CASE WHEN is_member THEN since END AS since,
        CASE WHEN is_member THEN max(member_role) OVER (PARTITION BY project_ref, subject_arn, stay, roles) END AS role,
        CASE WHEN is_member THEN bool_or(remote_access) OVER (PARTITION BY project_ref, subject_arn, stay, remotes) END AS remote
      FROM said
    ), replayed AS (
      SELECT *, coalesce(lag(is_member) OVER member, false) AS was_member, lag(role) OVER member AS role_before,
        lag(remote) OVER member AS remote_before
      FROM state WINDOW member AS (PARTITION BY project_ref, subject_arn ORDER BY event_time, event_id)
    )
    SELECT * FROM replayed WHERE was_member OR verb <> 'DeleteProject')`;
}

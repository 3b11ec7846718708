import { z } from "zod";
import { MAX_FAILED_TEAM_CALLS, TEAM_ACTIONS, type TeamEvent } from "#lib/codestar/team.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { findProject, type ProjectPlace } from "./find-project.ts";

const schema: z.ZodType<TeamEvent> = z.object({
  eventId: z.string(),
  eventTime: z.string(),
  eventName: z.enum(TEAM_ACTIONS),
  outcome: z.enum(["success", "failure"]),
  errorCode: z.string().nullable(),
  userArn: z.string().nullable(),
  role: z.string().nullable(),
  remoteAccess: z.boolean().nullable(),
  principalName: z.string(),
  principalRef: z.int(),
  summary: z.string(),
});

/**
 * Every call that a project's team is replayed from, in order, with the newest of those that failed; null when no event
 * names the project.
 */
export async function listTeamEvents(place: ProjectPlace): Promise<TeamEvent[] | null> {
  const project = await findProject(place);
  if (project === null) return null;
  const where = Prisma.sql`${project.where} AND action.event_source = 'codestar.amazonaws.com'
    AND action.event_name = ANY(${[...TEAM_ACTIONS]})`;
  const calls = Prisma.sql`event JOIN action ON action.id = event.action_ref`;
  return readRows(
    schema,
    Prisma.sql`SELECT event.event_id AS "eventId", ${isoTimeSql(Prisma.sql`event.event_time`)} AS "eventTime",
        action.event_name AS "eventName", event.outcome, event.error_code AS "errorCode",
        event.subject_arn AS "userArn", event.member_role AS role, event.remote_access AS "remoteAccess",
        event.principal_name AS "principalName", event.principal_ref AS "principalRef", event.summary
      FROM ${calls} WHERE ${where} AND (event.outcome = 'success' OR event.event_id = ANY(ARRAY(
        SELECT event.event_id FROM ${calls} WHERE ${where} AND event.outcome = 'failure'
        ORDER BY event.event_time DESC, event.event_id DESC LIMIT ${MAX_FAILED_TEAM_CALLS})))
      ORDER BY event.event_time, event.event_id COLLATE "C"`,
  );
}

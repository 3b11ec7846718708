import { z } from "zod";
import { TEAM_ACTIONS } from "#lib/codestar/team.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { storableId } from "#lib/events/queries/event-position.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { formerMembership, type FormerMembership, type MembershipEvent } from "#lib/projects/former-membership.ts";

const CODESTAR = "codestar.amazonaws.com";
const MEMBER_ACTIONS = ["AssociateTeamMember", "UpdateTeamMember", "DisassociateTeamMember"];
/** Changes of one member are few; what lies further back isn't looked for. */
const MAX_EVENTS = 50;

const rowSchema: z.ZodType<MembershipEvent> = z.object({
  eventId: z.string(),
  eventTime: z.string(),
  eventName: z.enum(TEAM_ACTIONS),
  role: z.string().nullable(),
  remoteAccess: z.boolean().nullable(),
});

/**
 * What the member that a team change names was before it, from the successful events before it by time and id, as of a
 * commit. Null for any other event, and when no earlier event tells. An inference: no part of the event.
 */
export async function getFormerMembership(
  eventId: string,
  options: { asOf?: number } = {},
): Promise<FormerMembership | null> {
  const asOf = await resolveAsOf(options.asOf);
  const rows = await readRows(
    rowSchema,
    Prisma.sql`WITH change AS (
        SELECT event.event_time, event.event_id, event.project_ref, event.subject_arn
        FROM event JOIN action ON action.id = event.action_ref
        WHERE event.event_id = ${storableId(eventId)} AND event.commit_no <= ${asOf}
          AND event.project_ref IS NOT NULL AND event.subject_arn IS NOT NULL
          AND action.event_source = ${CODESTAR} AND action.event_name IN (${Prisma.join(MEMBER_ACTIONS)})
      )
      SELECT event.event_id AS "eventId", ${isoTimeSql(Prisma.sql`event.event_time`)} AS "eventTime",
        action.event_name AS "eventName", event.member_role AS role, event.remote_access AS "remoteAccess"
      FROM change
      JOIN event ON event.project_ref = change.project_ref
      JOIN action ON action.id = event.action_ref
      WHERE (event.event_time, event.event_id) < (change.event_time, change.event_id)
        AND event.commit_no <= ${asOf} AND event.outcome = 'success' AND ${NOT_RELATED} AND action.event_source = ${CODESTAR}
        AND (action.event_name = 'DeleteProject'
          OR action.event_name IN (${Prisma.join(MEMBER_ACTIONS)}) AND event.subject_arn = change.subject_arn)
      ORDER BY event.event_time DESC, event.event_id DESC LIMIT ${MAX_EVENTS}`,
  );
  return formerMembership(rows);
}

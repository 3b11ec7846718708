import { z } from "zod";
import { PROJECT_ACTIONS, type ProjectEvent } from "#lib/codestar/project-story.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { findProject, type ProjectPlace } from "./find-project.ts";

/** Of a project that is tagged all day the newest; a record can be 256 KB. */
const MAX_EVENTS = 500;

const schema: z.ZodType<ProjectEvent> = z.object({
  eventId: z.string(),
  eventTime: z.string(),
  eventName: z.enum(PROJECT_ACTIONS),
  outcome: z.enum(["success", "failure"]),
  errorCode: z.string().nullable(),
  principalName: z.string(),
  principalRef: z.int(),
  summary: z.string(),
  record: z.string(),
});

/** The newest 500 calls that made, changed, tagged or ended a project, with their records; null when no event names it. */
export async function listProjectEvents(place: ProjectPlace): Promise<ProjectEvent[] | null> {
  const project = await findProject(place);
  if (project === null) return null;
  return readRows(
    schema,
    Prisma.sql`SELECT event.event_id AS "eventId", ${isoTimeSql(Prisma.sql`event.event_time`)} AS "eventTime",
        action.event_name AS "eventName", event.outcome, event.error_code AS "errorCode",
        event.principal_name AS "principalName", event.principal_ref AS "principalRef", event.summary,
        event_record.record::text AS record
      FROM event JOIN action ON action.id = event.action_ref
      JOIN event_record ON event_record.event_id = event.event_id
      WHERE ${project.where} AND action.event_source = 'codestar.amazonaws.com'
        AND action.event_name = ANY(${[...PROJECT_ACTIONS]})
      ORDER BY event.event_time DESC, event.event_id COLLATE "C" DESC LIMIT ${MAX_EVENTS}`,
  );
}

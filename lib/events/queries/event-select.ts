import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import type { EventField } from "#lib/events/event-field.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { eventFields } from "#lib/events/fields.ts";
import { columnSql } from "./match-sql.ts";

/** A row of `eventSelect`. */
export const eventRowSchema: z.ZodType<EventRow> = z.object({
  eventTime: z.string(),
  eventId: z.string(),
  eventSource: z.string(),
  eventName: z.string(),
  access: z.enum(["read", "write"]),
  outcome: z.enum(["success", "failure"]),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  principalType: z.string(),
  principalName: z.string(),
  principalArn: z.string().nullable(),
  issuerArn: z.string().nullable(),
  invokedBy: z.string().nullable(),
  projectId: z.string().nullable(),
  projectAccount: z.string().nullable(),
  projectRegion: z.string().nullable(),
  subjectArn: z.string().nullable(),
  resourceArn: z.string().nullable(),
  accountId: z.string().nullable(),
  region: z.string().nullable(),
  sourceIp: z.string().nullable(),
  userAgent: z.string().nullable(),
  accessKeyId: z.string().nullable(),
  mfa: z.boolean().nullable(),
  requestId: z.string().nullable(),
  eventVersion: z.string().nullable(),
  logFile: z.string(),
  summary: z.string(),
  principalRef: z.int(),
  sessionName: z.string().nullable(),
  isRelated: z.boolean(),
  relatedReason: z.string().nullable(),
  relatedAccount: z.string().nullable(),
  relatedRegion: z.string().nullable(),
  relatedProjectId: z.string().nullable(),
});

/** The columns of an `EventRow`, for a query that has `event` joined by `eventJoins`. */
export function eventSelect(asOf: number): Prisma.Sql {
  const columns = eventFields.map((field) => Prisma.sql`${valueSql(field, asOf)} AS ${Prisma.raw(`"${field.key}"`)}`);
  return Prisma.sql`${Prisma.join(columns)}, event.principal_ref AS "principalRef", event.session_name AS "sessionName",
    event.is_related AS "isRelated", event.related_reason AS "relatedReason", related.account_id AS "relatedAccount",
    related.region AS "relatedRegion", related.project_id AS "relatedProjectId"`;
}

/** What `eventSelect` needs beside `event`. */
export const eventJoins = Prisma.sql`JOIN action ON action.id = event.action_ref
  LEFT JOIN project ON project.id = event.project_ref
  LEFT JOIN project AS related ON related.id = event.related_project_ref
  LEFT JOIN log_file ON log_file.id = event.log_file_id`;

/** The value of a field as it is shown: times in ISO 8601, the log file as of a commit. */
export function valueSql(field: EventField, asOf: number): Prisma.Sql {
  const column = columnSql(field.column);
  if (field.column === "log_file.key") return logFileSql(asOf);
  return field.kind === "time" ? isoTimeSql(column) : column;
}

/**
 * The lowest key of an event's deliveries up to a commit. The event's own column has it unless a later delivery
 * brought a lower key.
 */
function logFileSql(asOf: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN event.log_file_commit_no <= ${asOf} THEN log_file.key ELSE (
    SELECT min(earlier.key) FROM log_file AS earlier
    WHERE earlier.id = ANY(ARRAY(
      SELECT event.inserted_from UNION ALL
      SELECT event_delivery.log_file_id FROM event_delivery
      WHERE event_delivery.event_id = event.event_id AND event_delivery.commit_no <= ${asOf}))) END`;
}

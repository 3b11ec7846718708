import { Prisma } from "#lib/db/prisma.ts";
import { dataEndSql, type FoundOptions, knownEventSql, minuteText, wholeDays } from "./found-sql.ts";
import { teamStepsSql } from "./team-steps-sql.ts";

/** Kind `idle-member`: members at the end of the data who haven't done anything on the project for long. */
export function idleMember({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  return Prisma.sql`WITH last_step AS (
      SELECT DISTINCT ON (project_ref, subject_arn) * FROM ${teamStepsSql(asOf)} AS step
      ORDER BY project_ref, subject_arn, event_time DESC, event_id DESC
    ), member AS (
      SELECT last_step.*, own.id AS member_ref, act.event_id AS last_id, act.event_time AS last_act, data_end,
        greatest(act.event_time, coalesce(since, last_step.event_time)) AS idle_from
      FROM last_step CROSS JOIN ${dataEndSql(asOf)} AS data
      LEFT JOIN LATERAL (SELECT id FROM principal WHERE principal.arn = last_step.subject_arn
        ORDER BY named_by_time DESC, named_by_event_id DESC LIMIT 1) AS own ON true
      LEFT JOIN LATERAL (
        SELECT event.event_id, event.event_time FROM event
        WHERE event.project_ref = last_step.project_ref AND ${knownEventSql(asOf)}
          -- A principal's own ARN is its newest; a call's is what they went by then, a session's its own.
          AND (event.principal_arn = last_step.subject_arn
            OR event.principal_ref IN (SELECT id FROM principal WHERE principal.arn = last_step.subject_arn))
        ORDER BY event.event_time DESC, event.event_id DESC LIMIT 1
      ) AS act ON true
      WHERE last_step.is_member
    )
    SELECT idle_from AS at, event_id || ' ' || subject_arn AS key, member_ref AS principal_ref, project_ref, subject_arn AS subject, NULL::text AS resource,
      jsonb_build_object('member', regexp_replace(subject_arn, '^.*[:/]', ''), 'role', coalesce(role, 'a member with an unknown role'),
        'since', ${minuteText(Prisma.sql`since`)}, 'remote', CASE WHEN remote THEN 'remote access' END,
        'days', ${wholeDays(Prisma.sql`idle_from`, Prisma.sql`data_end`)}, 'lastAct', ${minuteText(Prisma.sql`last_act`)}) AS facts,
      CASE WHEN last_id IS NULL THEN ARRAY[event_id] WHEN last_act < event_time THEN ARRAY[last_id, event_id] ELSE ARRAY[event_id, last_id] END AS evidence,
      CASE WHEN last_id IS NULL THEN 1 ELSE 2 END AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM member WHERE data_end - idle_from >= make_interval(days => ${thresholds.idleDays}::int)`;
}

import { Prisma } from "#lib/db/prisma.ts";
import { codestarActions, durationText, type FoundOptions, knownEventSql } from "./found-sql.ts";

/** Kind `uncaused-policy`: a project policy attached to a user without a change of the team that would cause it. */
export function uncausedPolicy({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  const { causeMinutes, lateMinutes } = thresholds;
  return Prisma.sql`WITH attached AS (
      SELECT event.event_id, event.event_time, event.account_id, event.principal_ref, event.project_policy, event.policy_holder,
        substring(event.project_policy FROM '^CodeStar_(.*)_(?:Owner|Contributor|Viewer)$') AS id
      FROM event JOIN action ON action.id = event.action_ref
      WHERE event.project_policy IS NOT NULL AND event.commit_no <= ${asOf} AND event.outcome = 'success'
        AND action.event_source = 'iam.amazonaws.com' AND action.event_name = 'AttachUserPolicy' AND event.policy_holder IS NOT NULL
    ), change AS (
      SELECT project.account_id, project.project_id, regexp_replace(event.subject_arn, '^.*[:/]', '') AS holder, event.event_time
      FROM event JOIN project ON project.id = event.project_ref
      WHERE ${knownEventSql(asOf)} AND event.outcome = 'success' AND event.subject_arn IS NOT NULL
        AND event.action_ref IN ${codestarActions("AssociateTeamMember", "UpdateTeamMember")}
    )
    SELECT attached.event_time AS at, event_id AS key, principal_ref,
      (SELECT min(project.id) FROM project WHERE project.account_id = attached.account_id AND project.project_id = attached.id
          AND EXISTS (SELECT FROM event WHERE event.project_ref = project.id AND event.outcome = 'success' AND ${knownEventSql(asOf)})
        HAVING count(*) = 1) AS project_ref,
      policy_holder AS subject, project_policy AS resource,
      jsonb_build_object('policy', project_policy, 'holder', policy_holder, 'id', id,
        'since', ${durationText(Prisma.sql`earlier.event_time`, Prisma.sql`attached.event_time`)}) AS facts,
      ARRAY[event_id] AS evidence, 1 AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM attached LEFT JOIN LATERAL (
      SELECT max(change.event_time) AS last_time FROM change
      WHERE change.account_id = attached.account_id AND change.project_id = attached.id AND change.holder = attached.policy_holder
        AND change.event_time <= attached.event_time + make_interval(mins => ${lateMinutes}::int)
    ) AS cause ON true
    LEFT JOIN LATERAL (SELECT cause.last_time AS event_time WHERE cause.last_time <= attached.event_time) AS earlier ON true
    WHERE id IS NOT NULL
      AND (cause.last_time IS NULL OR cause.last_time < attached.event_time - make_interval(mins => ${causeMinutes}::int))`;
}

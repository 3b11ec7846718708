import { Prisma } from "#lib/db/prisma.ts";
import { codestarActions, dataEndSql, type FoundOptions, knownEventSql, wholeDays } from "./found-sql.ts";

/** Kind `left-policy`: project policies that IAM's records leave attached after the project's deletion. */
export function leftPolicy({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  const succeeded = Prisma.sql`${knownEventSql(asOf)} AND event.outcome = 'success'`;
  return Prisma.sql`WITH deletion AS (
      -- Of namesakes in several regions the last one's end counts: the policies are the account's.
      SELECT DISTINCT ON (project.account_id, project.project_id) event.event_id, event.event_time, event.project_ref, event.principal_ref,
        project.account_id, project.project_id
      FROM event JOIN project ON project.id = event.project_ref
      WHERE ${succeeded} AND event.action_ref IN ${codestarActions("DeleteProject")}
      ORDER BY project.account_id, project.project_id, event.event_time DESC, event.event_id DESC
    ), gone AS (
      SELECT * FROM deletion WHERE NOT EXISTS (
        SELECT FROM project WHERE project.account_id = deletion.account_id AND project.project_id = deletion.project_id
          AND EXISTS (SELECT FROM event WHERE event.project_ref = project.id AND ${succeeded})
          AND NOT EXISTS (
            SELECT FROM event WHERE event.project_ref = project.id AND ${succeeded} AND event.action_ref IN ${codestarActions("DeleteProject")}
              AND NOT EXISTS (
                SELECT FROM event AS again WHERE again.project_ref = project.id AND again.commit_no <= ${asOf} AND again.outcome = 'success'
                  AND again.action_ref IN ${codestarActions("CreateProject")}
                  AND (again.event_time, again.event_id) > (event.event_time, event.event_id))))
    ), held AS (
      SELECT DISTINCT ON (gone.project_ref, event.project_policy, event.policy_holder, kind.holder_kind)
        gone.*, event.project_policy, event.policy_holder, event.event_id AS attach_id, event.event_time AS attach_time,
        action.event_name LIKE 'Attach%' AS is_attached
      FROM gone JOIN event ON event.account_id = gone.account_id
        AND event.project_policy = ANY(ARRAY['CodeStar_' || gone.project_id || '_Owner', 'CodeStar_' || gone.project_id || '_Contributor', 'CodeStar_' || gone.project_id || '_Viewer'])
      JOIN action ON action.id = event.action_ref
      CROSS JOIN LATERAL (SELECT regexp_replace(action.event_name, '^(Attach|Detach)', '') AS holder_kind) AS kind
      WHERE event.commit_no <= ${asOf} AND event.outcome = 'success' AND event.policy_holder IS NOT NULL
        AND action.event_name ~ '^(Attach|Detach)(User|Role|Group)Policy$'
      ORDER BY gone.project_ref, event.project_policy, event.policy_holder, kind.holder_kind, event.event_time DESC, event.event_id DESC
    )
    SELECT held.event_time AS at, attach_id AS key, principal_ref, project_ref, policy_holder AS subject, project_policy AS resource,
      jsonb_build_object('policy', project_policy, 'holder', policy_holder,
        'days', ${wholeDays(Prisma.sql`held.event_time`, Prisma.sql`data_end`)}) AS facts,
      CASE WHEN attach_time < held.event_time THEN ARRAY[attach_id, held.event_id] ELSE ARRAY[held.event_id, attach_id] END AS evidence,
      2 AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM held CROSS JOIN ${dataEndSql(asOf)} AS data
    WHERE is_attached AND data_end - held.event_time >= make_interval(hours => ${thresholds.graceHours}::int)
      AND NOT EXISTS (
        SELECT FROM event JOIN action ON action.id = event.action_ref
        WHERE event.account_id = held.account_id AND event.project_policy = held.project_policy AND event.commit_no <= ${asOf}
          AND event.outcome = 'success' AND action.event_name = 'DeletePolicy'
          AND (event.event_time, event.event_id) > (attach_time, attach_id))`;
}

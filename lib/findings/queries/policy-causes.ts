import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRow } from "#lib/db/read-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import type { EvidenceEvent } from "#lib/findings/finding.ts";
import { DEFAULT_THRESHOLDS } from "#lib/findings/thresholds.ts";
import { evidenceEvents } from "./evidence-events.ts";
import { codestarActions } from "./found-sql.ts";

/** What a change of a team or a deletion did to the project's policies, or what such a record of IAM comes from. */
export type PolicyCauses = {
  /** Of a record of IAM. */
  cause: EvidenceEvent | null;
  /** A project policy was attached to a user, and no cause is known. */
  isUncaused: boolean;
  /** Of a change or deletion, oldest first. */
  consequences: EvidenceEvent[];
};

const CAUSES = ["AssociateTeamMember", "UpdateTeamMember", "DisassociateTeamMember", "DeleteProject"] as const;
const rowSchema = z.object({
  cause: z.string().nullable(),
  isUncaused: z.boolean(),
  consequences: z.array(z.string()),
});

/**
 * IAM's records beside the change of a team, or the deletion, that caused them: each has the latest cause of the same
 * user and project that comes no later than the finding `uncaused-policy` allows.
 */
export async function policyCauses(eventId: string): Promise<PolicyCauses> {
  if (eventId.includes("\0")) return { cause: null, isUncaused: false, consequences: [] };
  const { causeMinutes, lateMinutes } = DEFAULT_THRESHOLDS;
  const before = Prisma.sql`make_interval(mins => ${causeMinutes}::int)`;
  const after = Prisma.sql`make_interval(mins => ${lateMinutes}::int)`;
  const policyCall = Prisma.sql`SELECT event.event_id, event.event_time, event.account_id, event.project_policy, event.policy_holder, action.event_name`;
  const row = await readRow(
    rowSchema,
    Prisma.sql`WITH me AS (
        SELECT event.event_id, event.event_time, event.outcome, event.account_id, event.project_policy, action.event_name,
          project.account_id AS project_account, project.project_id,
          event.action_ref IN ${codestarActions(...CAUSES)} AND event.outcome = 'success' AND ${NOT_RELATED} AS can_cause
        FROM event JOIN action ON action.id = event.action_ref LEFT JOIN project ON project.id = event.project_ref
        WHERE event.event_id = ${eventId}
      ), policy_call AS (
        ${policyCall} FROM me JOIN event USING (event_id) JOIN action ON action.id = event.action_ref
        WHERE event.project_policy IS NOT NULL
        UNION ALL
        ${policyCall} FROM me JOIN event ON me.can_cause AND event.account_id = me.project_account
          AND event.project_policy = ANY(ARRAY['CodeStar_' || me.project_id || '_Owner', 'CodeStar_' || me.project_id || '_Contributor', 'CodeStar_' || me.project_id || '_Viewer'])
          AND event.event_time BETWEEN me.event_time - ${after} AND me.event_time + ${before}
        JOIN action ON action.id = event.action_ref
      ), caused AS (
        SELECT policy_call.event_id, policy_call.event_time, cause.event_id AS cause_id
        FROM policy_call LEFT JOIN LATERAL (
          SELECT event.event_id FROM event JOIN action ON action.id = event.action_ref JOIN project ON project.id = event.project_ref
          WHERE event.action_ref IN ${codestarActions(...CAUSES)} AND event.outcome = 'success' AND ${NOT_RELATED}
            AND event.event_time BETWEEN policy_call.event_time - ${before} AND policy_call.event_time + ${after}
            AND project.account_id = policy_call.account_id
            AND policy_call.project_policy IN ('CodeStar_' || project.project_id || '_Owner', 'CodeStar_' || project.project_id || '_Contributor', 'CodeStar_' || project.project_id || '_Viewer')
            AND CASE WHEN action.event_name = 'DeleteProject' THEN policy_call.event_name ~ '^(Detach(User|Role|Group)Policy|DeletePolicy)$'
              ELSE policy_call.policy_holder = regexp_replace(event.subject_arn, '^.*[:/]', '') AND (
                (policy_call.event_name = 'AttachUserPolicy' AND action.event_name <> 'DisassociateTeamMember')
                OR (policy_call.event_name = 'DetachUserPolicy' AND action.event_name <> 'AssociateTeamMember')) END
          ORDER BY event.event_time <= policy_call.event_time DESC, event.event_time DESC, event.event_id DESC LIMIT 1
        ) AS cause ON true
      )
      SELECT (SELECT cause_id FROM caused WHERE event_id = ${eventId}) AS cause,
        EXISTS (SELECT FROM me JOIN caused USING (event_id)
          WHERE cause_id IS NULL AND me.event_name = 'AttachUserPolicy' AND me.outcome = 'success'
            AND me.project_policy ~ '_(Owner|Contributor|Viewer)$') AS "isUncaused",
        ARRAY(SELECT event_id FROM caused WHERE cause_id = ${eventId} ORDER BY event_time, event_id) AS consequences`,
  );
  const events = await evidenceEvents([...row.consequences, ...(row.cause === null ? [] : [row.cause])]);
  return {
    cause: row.cause === null ? null : (events.get(row.cause) ?? null),
    isUncaused: row.isUncaused,
    consequences: row.consequences.flatMap((id) => events.get(id) ?? []),
  };
}

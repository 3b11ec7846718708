import { relatedProject } from "./related-projects.ts";

/** What an event's columns take from its staged record, where `s` is the record, `a`, `p`, `j` what it names. */
export const EVENT_COLUMNS: readonly (readonly [column: string, expression: string])[] = [
  ["event_time", "s.event_time"],
  ["action_ref", "a.id"],
  ["access", "s.access"],
  ["outcome", "s.outcome"],
  ["error_code", "s.error_code"],
  ["error_message", "s.error_message"],
  ["principal_ref", "p.id"],
  ["principal_type", "s.principal_type"],
  ["principal_name", "s.principal_name"],
  ["principal_arn", "s.principal_arn"],
  ["issuer_arn", "s.issuer_arn"],
  ["session_name", "s.session_name"],
  ["invoked_by", "s.invoked_by"],
  ["project_ref", "j.id"],
  ["subject_arn", "s.subject_arn"],
  ["resource_arn", "s.resource_arn"],
  ["account_id", "s.account_id"],
  ["region", "s.region"],
  ["source_ip", "s.source_ip"],
  ["user_agent", "s.user_agent"],
  ["access_key_id", "s.access_key_id"],
  ["mfa", "s.mfa"],
  ["request_id", "s.request_id"],
  ["event_version", "s.event_version"],
  ["event_type", "s.event_type"],
  ["read_only", "s.read_only"],
  ["summary", "s.summary"],
  ["is_related", "s.is_related"],
  ["related_reason", "s.related_reason"],
  ["related_account", "s.related_account"],
  ["related_region", "s.related_region"],
  ["related_mark", "s.related_mark"],
  ["related_is_exact", "s.related_is_exact"],
  ["related_project_ref", relatedProject("s")],
  ["member_role", "s.member_role"],
  ["remote_access", "s.remote_access"],
  ["resource_keys", "s.resource_keys"],
  ["client", "s.client"],
  ["source_network", "s.source_network"],
  ["source_identity", "s.source_identity"],
  ["issued_key_id", "s.issued_key_id"],
  ["project_policy", "s.project_policy"],
  ["policy_holder", "s.policy_holder"],
  ["delete_stack", "s.delete_stack"],
];

/** Finds the rows that a staged record `s` names. */
export const NAMED_BY_STAGED = `
  JOIN action a ON a.event_source = s.event_source AND a.event_name = s.event_name
  JOIN principal p ON p.key = s.principal_key
  LEFT JOIN project j
    ON j.account_id = s.project_account_id AND j.region = s.project_region AND j.project_id = s.project_id`;

/** Columns of an event that its row of `moved` has, too. */
const MOVED_AS_THEY_ARE = [
  "action_ref",
  "access",
  "outcome",
  "project_ref",
  "principal_ref",
  "account_id",
  "region",
  "error_code",
  "source_ip",
  "access_key_id",
  "subject_arn",
  "resource_arn",
];
/** What a statement that inserts events gives back for `movedFrom`. */
export const MOVED_RETURNING = ["event_time", "is_related", ...MOVED_AS_THEY_ARE].join(", ");

/**
 * The row of `moved` by which events `e` add to the rollups (or take from them, with a negative number). What is kept
 * only as related counts nowhere.
 */
export function movedFrom(events: string, count: 1 | -1): string {
  return `INSERT INTO moved (hour, day, event_time, ${MOVED_AS_THEY_ARE.join(", ")}, events)
    SELECT date_trunc('hour', e.event_time, 'UTC'), (e.event_time AT TIME ZONE 'UTC')::date, e.event_time,
      ${MOVED_AS_THEY_ARE.map((column) => `e.${column}`).join(", ")}, ${count}
    FROM ${events} WHERE NOT e.is_related`;
}

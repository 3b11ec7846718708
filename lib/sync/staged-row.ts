import type { DerivedEvent } from "#lib/codestar/derive-event.ts";

/** The columns of the staging table that COPY fills, in its order. */
export const STAGED_COLUMNS = [
  ["file_id", "bigint NOT NULL"],
  ["position", "integer NOT NULL"],
  ["event_id", "text"],
  ["event_time", "timestamptz"],
  ["event_source", "text"],
  ["event_name", "text"],
  ["access", "access"],
  ["outcome", "outcome"],
  ["error_code", "text"],
  ["error_message", "text"],
  ["principal_key", "text"],
  ["principal_label", "text"],
  ["principal_key_arn", "text"],
  ["principal_account_id", "text"],
  ["principal_type", "text"],
  ["principal_name", "text"],
  ["principal_arn", "text"],
  ["issuer_arn", "text"],
  ["session_name", "text"],
  ["invoked_by", "text"],
  ["project_account_id", "text"],
  ["project_region", "text"],
  ["project_id", "text"],
  ["subject_arn", "text"],
  ["resource_arn", "text"],
  ["account_id", "text"],
  ["region", "text"],
  ["source_ip", "text"],
  ["user_agent", "text"],
  ["access_key_id", "text"],
  ["mfa", "boolean"],
  ["request_id", "text"],
  ["event_version", "text"],
  ["event_type", "text"],
  ["read_only", "boolean"],
  ["summary", "text"],
  ["is_related", "boolean"],
  ["related_reason", "text"],
  ["related_account", "text"],
  ["related_region", "text"],
  ["related_mark", "text"],
  ["related_is_exact", "boolean"],
  ["member_role", "text"],
  ["remote_access", "boolean"],
  ["resource_keys", "text[]"],
  ["client", "text"],
  ["source_network", "text"],
  ["source_identity", "text"],
  ["issued_key_id", "text"],
  ["project_policy", "text"],
  ["policy_holder", "text"],
  ["delete_stack", "boolean"],
  ["record", "text"],
  ["reject_reason", "text"],
  ["reject_bytes", "bytea"],
] as const;

type Value = string | number | boolean | null;

/** Where a record stands. */
export type RecordPlace = { fileId: number; position: number };

/**
 * A line of COPY text for a kept record; `record` is its text as delivered. `isRelated` when it is kept only because it
 * bears CodeStar's marks.
 */
export function stagedEvent(place: RecordPlace, event: DerivedEvent, record: string, isRelated: boolean): string {
  const { principal, project, relation } = event;
  return copyLine([
    place.fileId,
    place.position,
    event.eventId,
    event.eventTime,
    event.eventSource,
    event.eventName,
    event.access,
    event.outcome,
    event.errorCode,
    event.errorMessage,
    principal.key,
    principal.label,
    principal.keyArn,
    principal.accountId,
    principal.type,
    principal.name,
    principal.arn,
    principal.issuerArn,
    principal.sessionName,
    principal.invokedBy,
    project?.accountId ?? null,
    project?.region ?? null,
    project?.projectId ?? null,
    event.subjectArn,
    event.resourceArn,
    event.accountId,
    event.region,
    event.sourceIp,
    event.userAgent,
    event.accessKeyId,
    event.mfa,
    event.requestId,
    event.eventVersion,
    event.eventType,
    event.readOnly,
    event.summary,
    isRelated,
    relation?.reason ?? null,
    relation?.accountId ?? null,
    relation?.region ?? null,
    relation?.mark ?? null,
    relation?.isExact ?? null,
    event.member.role,
    event.member.remoteAccess,
    event.resourceKeys.length === 0 ? null : arrayText(event.resourceKeys),
    event.client,
    event.sourceNetwork,
    principal.sourceIdentity,
    event.issuedKeyId,
    event.policy?.name ?? null,
    event.policy?.holder ?? null,
    event.deleteStack,
    record,
    null,
    null,
  ]);
}

/** A `text[]` in Postgres's own notation. */
function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

const NO_EVENT: Value[] = Array.from({ length: STAGED_COLUMNS.length - 4 }, () => null);

/** A line of COPY text for a record that can't be stored as an event. */
export function stagedReject(place: RecordPlace, reason: string, bytes: Uint8Array): string {
  return copyLine([place.fileId, place.position, ...NO_EVENT, reason, `\\x${Buffer.from(bytes).toString("hex")}`]);
}

const ESCAPED: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** One row in COPY's text format: tabs between values, `\N` for null, backslash escapes inside. */
export function copyLine(values: readonly Value[]): string {
  let line = "";
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (index > 0) line += "\t";
    if (value === null || value === undefined) line += "\\N";
    else if (typeof value === "string") line += value.replace(/[\\\t\n\r]/g, (char) => ESCAPED[char] ?? char);
    else line += typeof value === "boolean" ? (value ? "t" : "f") : String(value);
  }
  return `${line}\n`;
}

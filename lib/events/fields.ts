import type { EventField } from "./event-field.ts";

/**
 * Every field of an event, once, in the order of the CSV. URL parsing, SQL, table columns, filter controls, the CSV
 * header and docs/api.md are derived from it.
 */
export const EVENT_FIELDS = [
  {
    name: "event_time", key: "eventTime", label: "Time", kind: "time", column: "event.event_time", isShown: true,
    about: "When the request was completed, UTC",
  },
  { name: "event_id", key: "eventId", label: "Event id", kind: "id", column: "event.event_id", about: "`eventID`, or `sha256:` and the hash of a record that has none" },
  {
    name: "event_source", key: "eventSource", label: "Source", kind: "id", column: "action.event_source", filter: "source", isFacet: true,
    about: "The service that was called, such as `codestar.amazonaws.com`",
  },
  {
    name: "event_name", key: "eventName", label: "Action", kind: "id", column: "action.event_name", filter: "action", isFacet: true, isShown: true,
    about: "What was called, such as `CreateProject`",
  },
  {
    name: "access", key: "access", label: "Access", kind: "enum", values: ["read", "write"], column: "event.access", filter: "access", isFacet: true,
    about: "`read` or `write`, from the action's catalogue and not from the record",
  },
  {
    name: "outcome", key: "outcome", label: "Outcome", kind: "enum", values: ["success", "failure"], column: "event.outcome", filter: "outcome", isFacet: true, isShown: true,
    about: "`failure` where the record has an error code",
  },
  {
    name: "error_code", key: "errorCode", label: "Error", kind: "id", column: "event.error_code", filter: "error", isFacet: true,
    about: "`errorCode`",
  },
  { name: "error_message", key: "errorMessage", label: "Error message", kind: "text", column: "event.error_message", about: "`errorMessage`" },
  { name: "principal_type", key: "principalType", label: "Principal type", kind: "id", column: "event.principal_type", about: "`userIdentity.type`" },
  {
    name: "principal_name", key: "principalName", label: "Principal", kind: "principal", column: "event.principal_name", filter: "principal", isFacet: true, isShown: true,
    about: "Who acted, as a person would call them",
  },
  { name: "principal_arn", key: "principalArn", label: "Principal ARN", kind: "arn", column: "event.principal_arn", about: "`userIdentity.arn`" },
  { name: "issuer_arn", key: "issuerArn", label: "Issuer ARN", kind: "arn", column: "event.issuer_arn", about: "The role (or user) that issued the session" },
  { name: "invoked_by", key: "invokedBy", label: "Invoked by", kind: "id", column: "event.invoked_by", about: "The service that called on the principal's behalf" },
  {
    name: "project_id", key: "projectId", label: "Project", kind: "project", column: "project.project_id", filter: "project", isFacet: true, isShown: true,
    about: "The CodeStar project it was done to",
  },
  { name: "project_account", key: "projectAccount", label: "Project account", kind: "id", column: "project.account_id", about: "The project's account" },
  { name: "project_region", key: "projectRegion", label: "Project region", kind: "id", column: "project.region", about: "The project's region" },
  {
    name: "subject_arn", key: "subjectArn", label: "Subject", kind: "arn", column: "event.subject_arn", filter: "subject", isFacet: true,
    about: "Whom it was done to, such as the user added to a team; never the actor",
  },
  {
    name: "resource_arn", key: "resourceArn", label: "Resource", kind: "arn", column: "event.resource_arn", filter: "resource", isFacet: true,
    about: "The connection, host, repository link, notification rule … acted on",
  },
  {
    name: "account_id", key: "accountId", label: "Account", kind: "id", column: "event.account_id", filter: "account", isFacet: true,
    about: "The account that received the event",
  },
  {
    name: "region", key: "region", label: "Region", kind: "id", column: "event.region", filter: "region", isFacet: true, isShown: true,
    about: "`awsRegion`",
  },
  {
    name: "source_ip", key: "sourceIp", label: "Address", kind: "id", column: "event.source_ip", filter: "ip", isFacet: true, isShown: true,
    about: "`sourceIPAddress`: an address, a service's name or `AWS Internal`",
  },
  { name: "user_agent", key: "userAgent", label: "User agent", kind: "text", column: "event.user_agent", about: "`userAgent`" },
  {
    name: "access_key_id", key: "accessKeyId", label: "Access key", kind: "id", column: "event.access_key_id", filter: "key", isFacet: true,
    about: "`userIdentity.accessKeyId`",
  },
  { name: "mfa", key: "mfa", label: "MFA", kind: "flag", column: "event.mfa", about: "`true` or `false` where the session says whether MFA was used" },
  { name: "request_id", key: "requestId", label: "Request id", kind: "id", column: "event.request_id", about: "`requestID`" },
  { name: "event_version", key: "eventVersion", label: "Event version", kind: "id", column: "event.event_version", about: "`eventVersion`" },
  { name: "log_file", key: "logFile", label: "Log file", kind: "id", column: "log_file.key", about: "Key of the log file that delivered it; the lowest where several did" },
  { name: "summary", key: "summary", label: "Summary", kind: "text", column: "event.summary", isShown: true, about: "What happened in one sentence" },
] as const satisfies readonly EventField[];

/** `EVENT_FIELDS` for code that treats all fields alike. */
export const eventFields: readonly EventField[] = EVENT_FIELDS;

type DeclaredField = (typeof EVENT_FIELDS)[number];
export type EventKey = DeclaredField["key"];
/** Filters by a field's value; beside them stand `from`, `to` and `q`. */
export type FieldFilterName = Extract<DeclaredField, { filter: string }>["filter"];
export type FacetName = Extract<DeclaredField, { isFacet: true }>["filter"];

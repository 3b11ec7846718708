import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { clientOf, type Client } from "#lib/cloudtrail/client-of.ts";
import { cleanText } from "#lib/cloudtrail/clean-text.ts";
import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { parseEventTime } from "#lib/cloudtrail/event-time.ts";
import { issuedKeyOf } from "#lib/cloudtrail/issued-key-of.ts";
import { isNestedDeeper } from "#lib/cloudtrail/is-nested-deeper.ts";
import { networkOf } from "#lib/cloudtrail/network-of.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { principalOf, type Principal } from "#lib/cloudtrail/principal.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";
import { accessOf } from "./access-of.ts";
import { actionOf } from "./catalogue.ts";
import { relatedWording } from "./catalogue/related.ts";
import { isFamilyRecord } from "./event-sources.ts";
import { familyResources } from "./family-resources.ts";
import { memberOf, type MemberTerms } from "./member-of.ts";
import { deleteStackOf } from "./delete-stack-of.ts";
import { projectPolicyOf, type ProjectPolicy } from "./project-policy-of.ts";
import { projectOf } from "./project-of.ts";
import { relatedOf, type Relation } from "./related-of.ts";
import { resourceOf } from "./resource-of.ts";
import { summaryOf } from "./summary-of.ts";

/** Raise it when principal, project, sentence or another derivation changes: stored events are then derived again. */
export const DERIVATION_VERSION = 2;

/** Texts that an index holds; see cleanText. */
const INDEXED_LENGTH = 256;
const KEY_LENGTH = 512;
/** Postgres parses JSON by recursion; at its default stack it gives up above 10,000 levels. */
const MAX_NESTING = 1000;

/** What is stored of a record beside its bytes. All texts fit Postgres; the record alone holds them unchanged. */
export type DerivedEvent = {
  eventId: string;
  /** ISO 8601, UTC */
  eventTime: string;
  eventSource: string;
  eventName: string;
  access: "read" | "write";
  outcome: "success" | "failure";
  errorCode: string | null;
  errorMessage: string | null;
  principal: Principal;
  project: { accountId: string; region: string; projectId: string } | null;
  /** who it was done to, never the actor */
  subjectArn: string | null;
  /** the project, connection, host, repository link or rule that the action names, where the record has its ARN */
  resourceArn: string | null;
  /** canonical ARNs of the family's resources that it has to do with, its own first */
  resourceKeys: string[];
  member: MemberTerms;
  /** how it has to do with a project without being of the family */
  relation: Relation | null;
  policy: ProjectPolicy | null;
  /** whether a DeleteProject asks to delete the stack too */
  deleteStack: boolean | null;
  accountId: string | null;
  region: string | null;
  sourceIp: string | null;
  /** the /24 or /48 of the address */
  sourceNetwork: string | null;
  client: Client | null;
  userAgent: string | null;
  accessKeyId: string | null;
  /** the key that an answer of STS hands out */
  issuedKeyId: string | null;
  mfa: boolean | null;
  requestId: string | null;
  eventVersion: string | null;
  eventType: string | null;
  /** the record's own flag, which is not reliable */
  readOnly: boolean | null;
  summary: string;
};

/**
 * The event of a record, or a sentence on why there is none: what can't be stored as text, or has no time. `bytes` are
 * the record's own; they make the id of a record without eventID. A function of these alone.
 */
export function deriveEvent(record: EventRecord, bytes: Uint8Array): DerivedEvent | { rejected: string } {
  if (!isUtf8(bytes)) return { rejected: "The record is not valid UTF-8, so it can't be stored as text." };
  if (isNestedDeeper(bytes, MAX_NESTING))
    return { rejected: `The record is nested deeper than ${MAX_NESTING} levels.` };
  if (!record.eventTime) return { rejected: "The record has no eventTime." };
  const eventTime = parseEventTime(record.eventTime);
  if (!eventTime) return { rejected: `The record's eventTime “${plainText(record.eventTime, 80)}” is not a time.` };

  const action = actionOf(record);
  const words = action ?? relatedWording(record);
  const principal = cleanPrincipal(principalOf(record));
  const accountId = record.recipientAccountId || principal.accountId;
  const project = isFamilyRecord(record) ? projectOf(record, action) : null;
  const subjectArn = readText(record, action?.subject ?? (project ? ["requestParameters.userArn"] : []));
  const resourceArn = resourceOf(record, action, project);
  const known = { projectId: project?.projectId ?? null, subjectArn, resourceArn, actorArn: principal.arn };
  return {
    eventId: eventIdOf(record, bytes),
    eventTime,
    eventSource: cleanText(record.eventSource || "unknown", INDEXED_LENGTH),
    eventName: cleanText(record.eventName || "unknown", INDEXED_LENGTH),
    access: accessOf(record, words),
    outcome: record.errorCode ? "failure" : "success",
    errorCode: cleaned(record.errorCode),
    errorMessage: cleaned(record.errorMessage),
    principal,
    project: project && {
      accountId: cleanText(project.accountId ?? (accountId || "unknown"), INDEXED_LENGTH),
      region: cleanText(project.region ?? (record.awsRegion || "unknown"), INDEXED_LENGTH),
      projectId: cleanText(project.projectId, INDEXED_LENGTH),
    },
    subjectArn: cleaned(subjectArn),
    resourceArn: cleaned(resourceArn),
    resourceKeys: familyResources(record, action),
    member: memberOf(record),
    relation: cleanRelation(relatedOf(record)),
    policy: projectPolicyOf(record),
    deleteStack: deleteStackOf(record),
    accountId: cleaned(accountId),
    region: cleaned(record.awsRegion),
    sourceIp: cleaned(record.sourceIPAddress),
    sourceNetwork: networkOf(record.sourceIPAddress),
    client: clientOf(record),
    userAgent: cleaned(record.userAgent),
    accessKeyId: principal.accessKeyId,
    issuedKeyId: cleaned(issuedKeyOf(record)),
    mfa: principal.mfa,
    requestId: cleaned(record.requestID),
    eventVersion: cleaned(record.eventVersion),
    eventType: cleaned(record.eventType),
    readOnly: record.readOnly ?? null,
    summary: summaryOf(record, words, principal.name, known),
  };
}

function eventIdOf(record: EventRecord, bytes: Uint8Array): string {
  const id = record.eventID;
  // One too long for the primary key can't be cut: two might become one.
  if (id && id.length <= KEY_LENGTH) return cleanText(id);
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function cleaned(text: string | null | undefined): string | null {
  return text ? cleanText(text) : null;
}

function cleanRelation(relation: Relation | null): Relation | null {
  if (!relation) return null;
  const { mark, accountId, region } = relation;
  return {
    ...relation,
    mark: mark && cleanText(mark, INDEXED_LENGTH),
    accountId: accountId && cleanText(accountId, INDEXED_LENGTH),
    region: region && cleanText(region, INDEXED_LENGTH),
  };
}

function cleanPrincipal(principal: Principal): Principal {
  return {
    ...principal,
    key: cleanText(principal.key, KEY_LENGTH),
    type: cleanText(principal.type, INDEXED_LENGTH),
    name: cleanText(principal.name, KEY_LENGTH),
    label: cleanText(principal.label, KEY_LENGTH),
    arn: cleaned(principal.arn),
    keyArn: cleaned(principal.keyArn),
    issuerArn: cleaned(principal.issuerArn),
    issuerName: cleaned(principal.issuerName),
    sessionName: cleaned(principal.sessionName),
    sourceIdentity: cleaned(principal.sourceIdentity),
    invokedBy: cleaned(principal.invokedBy),
    accountId: cleaned(principal.accountId),
    accessKeyId: cleaned(principal.accessKeyId),
  };
}

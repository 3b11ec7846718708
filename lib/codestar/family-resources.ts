import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readPath, readText } from "#lib/cloudtrail/read-path.ts";
import { textsIn } from "#lib/cloudtrail/texts-in.ts";
import type { Action } from "./catalogue/action.ts";
import { globalSource, isEventRuleRecord, isFamilyRecord } from "./event-sources.ts";
import { isResourceArn, resourceKey } from "./resource-key.ts";

const MAX_RESOURCES = 20;
const CONNECTIONS = new Set(["codestar-connections.amazonaws.com", "codeconnections.amazonaws.com"]);
/** Where an answer of the family names what the call was about; answers that list many are about none of them. */
const ANSWERED = [
  "responseElements.connectionArn",
  "responseElements.hostArn",
  "responseElements.arn",
  "responseElements.connection.connectionArn",
  "responseElements.connection.hostArn",
  "responseElements.repositoryLinkInfo.repositoryLinkArn",
  "responseElements.repositoryLinkInfo.connectionArn",
];
const LINK_IDS = [
  "requestParameters.repositoryLinkId",
  "responseElements.repositoryLinkInfo.repositoryLinkId",
  "responseElements.syncConfiguration.repositoryLinkId",
];
const ID = /^[A-Za-z0-9._-]{1,128}$/;

/**
 * The keys (see resourceKey) of the connections, hosts, repository links and notification rules that a record has to do
 * with, its own first; at most 20. Projects have a column of their own. A notification rule under events.amazonaws.com
 * is known by the ARN of its event rule alone. Other services' requests count, too: a pipeline uses a connection.
 */
export function familyResources(record: EventRecord, action: Action | null): string[] {
  const own = (action?.resource ?? []).flatMap((path) => readPath(record, path));
  const found = [
    ...eventRules(record),
    ...repositoryLinks(record),
    ...own,
    ...(record.resources ?? []).map((resource) => resource.ARN),
    ...textsIn(record.requestParameters),
    ...(isFamilyRecord(record) ? ANSWERED.flatMap((path) => readPath(record, path)) : []),
  ];
  const keys = new Set<string>();
  for (const text of found) {
    if (keys.size === MAX_RESOURCES) break;
    if (typeof text === "string" && (isResourceArn(text) || isEventRuleArn(record, text))) keys.add(resourceKey(text));
  }
  return [...keys];
}

/** Sync actions name a repository link by its id; its ARN follows from where the call was made. */
function repositoryLinks(record: EventRecord): string[] {
  if (!CONNECTIONS.has(globalSource(record.eventSource))) return [];
  return LINK_IDS.flatMap((path) => {
    const id = readText(record, [path]);
    return id && ID.test(id) ? [arnHere(record, "codeconnections", `repository-link/${id}`)] : [];
  });
}

/** EventBridge takes the rule's name; its answer alone has the ARN, and not on failure. */
function eventRules(record: EventRecord): string[] {
  if (!isEventRuleRecord(record)) return [];
  const name = readText(record, ["requestParameters.rule", "requestParameters.name"]);
  return name && ID.test(name) ? [arnHere(record, "events", `rule/${name}`)] : [];
}

function isEventRuleArn(record: EventRecord, text: string): boolean {
  return isEventRuleRecord(record) && /^arn:[a-z-]{1,20}:events:[a-z0-9-]*:\d*:rule\/[!-~]{1,200}$/.test(text);
}

function arnHere(record: EventRecord, service: string, resource: string): string {
  const region = record.awsRegion ?? "";
  const partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  const accountId = record.recipientAccountId || record.userIdentity?.accountId || "";
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}

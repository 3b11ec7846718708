import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { isHiddenValue } from "#lib/cloudtrail/hidden-value.ts";
import { globalSource } from "./event-sources.ts";
import { relatedArn, relatedName, type Named, type RelatedName } from "./related-names.ts";

type Place = readonly [named: Named, path: readonly string[]];

/** Where each service's records name a thing; an ARN may stand there instead. */
const PLACES: ReadonlyMap<string, readonly Place[]> = new Map<string, readonly Place[]>([
  [
    "cloudformation",
    [
      ["stack", ["requestParameters", "stackName"]],
      ["stack", ["requestParameters", "stackId"]],
      ["stack", ["responseElements", "stackId"]],
    ],
  ],
  [
    "iam",
    [
      ["policy", ["requestParameters", "policyName"]],
      ["policy", ["requestParameters", "policyArn"]],
      ["policy", ["requestParameters", "permissionsBoundary"]],
      ["role", ["requestParameters", "roleName"]],
      ["instance-profile", ["requestParameters", "instanceProfileName"]],
    ],
  ],
  ["sts", [["role", ["requestParameters", "roleArn"]]]],
  ["s3", [["bucket", ["requestParameters", "bucketName"]]]],
  ["lambda", [["function", ["requestParameters", "functionName"]]]],
  [
    "events",
    [
      ["event-rule", ["requestParameters", "name"]],
      ["event-rule", ["requestParameters", "rule"]],
    ],
  ],
  [
    "codepipeline",
    [
      ["pipeline", ["requestParameters", "name"]],
      ["pipeline", ["requestParameters", "pipelineName"]],
      ["pipeline", ["requestParameters", "pipeline", "name"]],
    ],
  ],
  [
    "codebuild",
    [
      ["build-project", ["requestParameters", "projectName"]],
      ["build-project", ["requestParameters", "name"]],
    ],
  ],
  [
    "codecommit",
    [
      ["repository", ["requestParameters", "repositoryName"]],
      ["repository", ["additionalEventData", "repositoryName"]],
    ],
  ],
  ["codedeploy", [["application", ["requestParameters", "applicationName"]]]],
]);

/** Where a call gives a role to a service that shall act by it. */
const GIVEN_ROLES = [
  ["requestParameters", "roleArn"],
  ["requestParameters", "roleARN"],
  ["requestParameters", "role"],
  ["requestParameters", "serviceRole"],
  ["requestParameters", "serviceRoleArn"],
  ["requestParameters", "pipeline", "roleArn"],
];

/** Whose ARNs count in any service's records; names that are merely alike count in those of their own. */
const MARKED: readonly Named[] = ["policy", "role", "instance-profile", "stack", "function", "event-rule", "bucket"];
/** More than any call touches; what a hostile record lists beyond isn't looked at. */
const MAX_RESOURCES = 100;

/**
 * The names in a record that are, or could be, of a project's making: in the request, its answer, `resources`, then the
 * roles that are passed on and the one that acts. Free text, agents and addresses aren't looked at.
 */
export function relatedNamesIn(record: EventRecord): RelatedName[] {
  const service = globalSource(record.eventSource).replace(/\.amazonaws\.com$/, "");
  const names: (RelatedName | null)[] = [];
  const places = PLACES.get(service) ?? [];
  for (const [named, path] of places) {
    for (const text of textsAt(record, path)) names.push(relatedName(named, text));
  }
  const kinds = [...MARKED, ...places.map(([named]) => named)];
  for (const { ARN } of record.resources?.slice(0, MAX_RESOURCES) ?? []) {
    if (ARN !== undefined) names.push(relatedArn(ARN, kinds));
  }
  if (service !== "sts") names.push(...passedRoles(record));
  names.push(actor(record));
  return names.filter((name) => name !== null);
}

function passedRoles(record: EventRecord): RelatedName[] {
  const roles = GIVEN_ROLES.flatMap((path) => textsAt(record, path)).map((text) => relatedArn(text, ["role"]));
  // The service role is CodeStar's own: that it's passed on says nothing of a project.
  return roles.flatMap((role) => (role?.mark ? { ...role, reason: "passes-worker-role" } : []));
}

function actor({ userIdentity }: EventRecord): RelatedName | null {
  const issuer = userIdentity?.sessionContext?.sessionIssuer;
  const arn = [issuer?.arn, userIdentity?.arn].map((text) => relatedArn(text ?? "", ["role"])).find(Boolean);
  // A name without an ARN is a role's only if nothing says that it's a user's.
  const isRole = !issuer?.arn && (issuer?.type === undefined || issuer.type === "Role");
  const named = arn ?? (isRole && issuer?.userName ? relatedName("role", issuer.userName) : null);
  if (!named) return null;
  const accountId = named.accountId ?? ((issuer?.accountId ?? userIdentity?.accountId) || null);
  const reason = named.reason === "service-role" ? "acts-as-service-role" : "acts-as-worker-role";
  return { ...named, reason, accountId };
}

/** The text at a path, if there's one. */
function textsAt(record: EventRecord, path: readonly string[]): string[] {
  let value: unknown = record;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return [];
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === "string" && !isHiddenValue(value) ? [value] : [];
}

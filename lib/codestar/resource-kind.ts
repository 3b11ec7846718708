import { parseArn } from "#lib/cloudtrail/arn.ts";
import { isResourceArn, resourceKey } from "./resource-key.ts";

/** What is done to one kind of resource, by the names of the actions. */
export type KindActions = {
  /** what its ARN calls it */
  type: string;
  created: readonly string[];
  deleted: readonly string[];
  /** what makes use of it without changing it; what other services' requests name it for is use, too */
  used: readonly string[];
};

/** The kinds of resources that have a page, in the order of the list. */
export const RESOURCE_KINDS = {
  connection: {
    type: "connection",
    created: ["CreateConnection"],
    deleted: ["DeleteConnection"],
    used: [
      "UseConnection",
      "PassConnection",
      "GetConnectionToken",
      "GetIndividualAccessToken",
      "CreateRepositoryLink",
      "UpdateRepositoryLink",
    ],
  },
  host: { type: "host", created: ["CreateHost"], deleted: ["DeleteHost"], used: ["CreateConnection"] },
  "repository-link": {
    type: "repository-link",
    created: ["CreateRepositoryLink"],
    deleted: ["DeleteRepositoryLink"],
    used: ["PassRepository", "CreateSyncConfiguration", "UpdateSyncConfiguration"],
  },
  "notification-rule": {
    type: "notificationrule",
    created: ["CreateNotificationRule"],
    deleted: ["DeleteNotificationRule"],
    used: [],
  },
  "event-rule": { type: "rule", created: ["CreateNotificationRule"], deleted: [], used: [] },
} as const satisfies Record<string, KindActions>;

export type ResourceKind = keyof typeof RESOURCE_KINDS;

/** The kinds in their order. */
export const KIND_NAMES = Object.keys(RESOURCE_KINDS) as [ResourceKind, ...ResourceKind[]];

/** A resource by its one spelling, in parts. */
export type NamedResource = { key: string; kind: ResourceKind; account: string; region: string; id: string };

/** Where the ARN of a notification rule's event rule stands, as family-resources.ts makes it. */
const EVENT_RULE = /^arn:[a-z-]{1,20}:events:[a-z0-9-]*:\d*:rule\/[!-~]{1,200}$/;

/** The resource that an ARN in either spelling is of; null when it is of no kind that has a page. */
export function namedResource(arn: string): NamedResource | null {
  const isEventRule = EVENT_RULE.test(arn);
  if (!isEventRule && !isResourceArn(arn)) return null;
  const key = resourceKey(arn);
  const parsed = parseArn(key);
  const [, type = "", id = ""] = /^([a-z-]+)\/(.+)$/s.exec(parsed?.resource ?? "") ?? [];
  const kind = KIND_NAMES.find((name) => RESOURCE_KINDS[name].type === type);
  if (!parsed || !kind || (kind === "event-rule") !== isEventRule) return null;
  return { key, kind, account: parsed.accountId, region: parsed.region, id };
}

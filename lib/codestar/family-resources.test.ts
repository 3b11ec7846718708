import { describe, expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { actionOf } from "./catalogue.ts";
import { familyResources } from "./family-resources.ts";
import { recordOf } from "./testing/derived.ts";

const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const old = (resource: string) => at("codestar-connections", resource);
const now = (resource: string) => at("codeconnections", resource);
const CONNECTIONS = "codeconnections.amazonaws.com";
const NOTIFICATIONS = "codestar-notifications.amazonaws.com";
const RULE = at("codestar-notifications", "notificationrule/r1");

function resourcesOf(eventName: string, request: unknown, more: object = {}): string[] {
  const record = parseEventRecord(recordOf(eventName, request, { eventSource: CONNECTIONS, ...more }))!;
  return familyResources(record, actionOf(record));
}

describe("of Connections", () => {
  test("the resource acted on comes first, each in its one spelling", () => {
    const request = { connectionName: "hub", hostArn: old("host/h") };
    expect(
      resourcesOf("CreateConnection", request, { responseElements: { connectionArn: old("connection/c") } }),
    ).toEqual([now("connection/c"), now("host/h")]);
    expect(resourcesOf("CreateConnection", request, { errorCode: "AccessDenied" })).toEqual([now("host/h")]);
    expect(
      resourcesOf(
        "GetConnection",
        { connectionArn: old("connection/c") },
        {
          resources: [{ ARN: now("connection/c") }],
          responseElements: { connection: { connectionArn: old("connection/c"), hostArn: now("host/h") } },
        },
      ),
    ).toEqual([now("connection/c"), now("host/h")]);
    expect(resourcesOf("TagResource", { resourceArn: old("host/h"), tags: [] })).toEqual([now("host/h")]);
  });

  test("a repository link is known by its id, too", () => {
    const repositoryLinkId = "6053346f-8a33-4edb-9397-10394b695173";
    const link = now(`repository-link/${repositoryLinkId}`);
    for (const eventName of ["DeleteRepositoryLink", "GetRepositorySyncStatus", "CreateSyncConfiguration"])
      expect(resourcesOf(eventName, { repositoryLinkId, resourceName: "site" })).toEqual([link]);
    expect(resourcesOf("UpdateRepositoryLink", { repositoryLinkId, connectionArn: old("connection/c") })).toEqual([
      link,
      now("connection/c"),
    ]);
    expect(
      resourcesOf(
        "GetSyncConfiguration",
        { resourceName: "site" },
        {
          responseElements: { syncConfiguration: { repositoryLinkId } },
        },
      ),
    ).toEqual([link]);
    expect(
      resourcesOf(
        "GetRepositoryLink",
        { repositoryLinkId },
        {
          responseElements: {
            repositoryLinkInfo: {
              repositoryLinkId,
              repositoryLinkArn: old(`repository-link/${repositoryLinkId}`),
              connectionArn: old("connection/c"),
            },
          },
        },
      ),
    ).toEqual([link, now("connection/c")]);
    const gov = { awsRegion: "us-gov-east-1", recipientAccountId: undefined };
    expect(resourcesOf("DeleteRepositoryLink", { repositoryLinkId: "l" }, gov)).toEqual([
      "arn:aws-us-gov:codeconnections:us-gov-east-1:111122223333:repository-link/l",
    ]);
  });

  test("a list is about none of what it lists", () => {
    const responseElements = {
      connections: [{ connectionArn: old("connection/c") }],
      repositoryLinks: [{ repositoryLinkArn: old("repository-link/l") }],
    };
    expect(resourcesOf("ListConnections", { maxResults: 50 }, { responseElements })).toEqual([]);
    expect(resourcesOf("ListConnections", { hostArnFilter: old("host/h") }, { responseElements })).toEqual([
      now("host/h"),
    ]);
  });

  test("of an unknown action, those of its request", () => {
    expect(
      resourcesOf("Frobnicate", { deep: [{ x: old("connection/c") }, old("host/h"), "arn:aws:iam::1:role/r"] }),
    ).toEqual([now("connection/c"), now("host/h")]);
  });
});

describe("of Notifications", () => {
  const notifications = { eventSource: NOTIFICATIONS };

  test("the rule, and no topic or pipeline", () => {
    const request = {
      name: "builds",
      resource: at("codepipeline", "shop-Pipeline"),
      targets: [{ targetAddress: at("sns", "ops") }],
    };
    expect(
      resourcesOf("CreateNotificationRule", request, { ...notifications, responseElements: { arn: RULE } }),
    ).toEqual([RULE]);
    expect(resourcesOf("CreateNotificationRule", request, notifications)).toEqual([]);
    expect(resourcesOf("Subscribe", { arn: RULE }, notifications)).toEqual([RULE]);
    expect(resourcesOf("UntagResource", { resourceArn: RULE, tagKeys: ["a"] }, notifications)).toEqual([RULE]);
  });

  test("seen through EventBridge, its event rule", () => {
    const bridge = { eventSource: "events.amazonaws.com", sourceIPAddress: NOTIFICATIONS };
    const rule = at("events", "rule/awscodestarnotifications-rule");
    const name = "awscodestarnotifications-rule";
    const targets = [{ arn: "arn:aws:codestar-notifications:us-east-1:::", id: "t" }];
    expect(resourcesOf("CreateNotificationRule", { name }, { ...bridge, responseElements: { ruleArn: rule } })).toEqual(
      [rule],
    );
    expect(resourcesOf("CreateNotificationRule", { name }, bridge)).toEqual([rule]);
    expect(resourcesOf("Subscribe", { rule: name, targets }, bridge)).toEqual([rule]);
    expect(resourcesOf("Subscribe", { rule: name }, { ...bridge, sourceIPAddress: "192.0.2.7" })).toEqual([]);
  });
});

test("a project is none, it has a column of its own", () => {
  const codestar = { eventSource: "codestar.amazonaws.com", responseElements: { arn: at("codestar", "project/shop") } };
  expect(resourcesOf("CreateProject", { id: "shop" }, codestar)).toEqual([]);
});

test("another service's request counts", () => {
  const stages = [{ actions: [{ configuration: { ConnectionArn: old("connection/c") } }] }];
  expect(
    resourcesOf("UpdatePipeline", { pipeline: { stages } }, { eventSource: "codepipeline.amazonaws.com" }),
  ).toEqual([now("connection/c")]);
});

test("whatever a record holds, there are few, short and different ones", () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    old(`connection/${index % 50}${"x".repeat(index % 2 === 0 ? 0 : 10_000)}`),
  );
  const found = resourcesOf("Frobnicate", { many });
  expect(found).toHaveLength(20);
  expect(new Set(found).size).toBe(20);
  for (const key of found) expect(key.length).toBeLessThanOrEqual(300);
  for (const hostile of [
    null,
    "HIDDEN_DUE_TO_SECURITY_REASONS",
    [null, 7],
    { repositoryLinkId: "a/../b\0" },
    { repositoryLinkId: "***" },
  ])
    expect(resourcesOf("DeleteRepositoryLink", hostile)).toEqual([]);
  expect(resourcesOf("DeleteRepositoryLink", { repositoryLinkId: "l" }, { awsRegion: "x:y/z" })).toEqual([]);
});

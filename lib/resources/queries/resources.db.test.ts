import { describe, expect, it } from "vitest";
import { parseEventFilter } from "#lib/events/filter.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey } from "#lib/sync/testing/trail-folder.ts";
import { trailOfEachTest } from "#lib/sync/testing/trail-of-each-test.ts";
import type { Resource } from "#lib/resources/resource.ts";
import { getResource } from "./get-resource.ts";
import { listResources } from "./list-resources.ts";

const trail = trailOfEachTest();

const at = (service: string, resource: string) => `arn:aws:${service}:us-east-1:111122223333:${resource}`;
const OLD = at("codestar-connections", "connection/c");
const HUB = at("codeconnections", "connection/c");
const GHE = at("codeconnections", "host/ghe-1");
const LINK = at("codeconnections", "repository-link/l");
const RULE = at("codestar-notifications", "notificationrule/r");

/** An event of a minute of 1 May 2024, whose id is its name. */
function record(minute: number, eventName: string, requestParameters: object, more: object = {}) {
  const eventID = `${eventName}-${minute}`;
  const eventTime = `2024-05-01T10:${String(minute).padStart(2, "0")}:00Z`;
  const eventSource = "codeconnections.amazonaws.com";
  return testRecord(eventID, { eventID, eventTime, eventSource, eventName, requestParameters, ...more });
}
const notifications = { eventSource: "codestar-notifications.amazonaws.com" };
const pipeline = (minute: number, ...connections: string[]) =>
  record(
    minute,
    "UpdatePipeline",
    {
      pipeline: {
        name: "shop-Pipeline",
        roleArn: "arn:aws:iam::111122223333:role/CodeStarWorker-shop-ToolChain",
        stages: connections.map((ConnectionArn) => ({ actions: [{ configuration: { ConnectionArn } }] })),
      },
    },
    { eventSource: "codepipeline.amazonaws.com" },
  );

const STORY = [
  record(
    1,
    "CreateHost",
    { name: "ghe", providerType: "GitHubEnterpriseServer", providerEndpoint: "https://ghe.example" },
    {
      responseElements: { hostArn: GHE },
    },
  ),
  record(
    2,
    "CreateConnection",
    { connectionName: "hub", hostArn: GHE, tags: [{ key: "team", value: "shop" }] },
    { responseElements: { connectionArn: OLD } },
  ),
  record(3, "GetConnection", { connectionArn: OLD }),
  record(4, "UseConnection", { connectionArn: HUB }),
  record(5, "UseConnection", { connectionArn: OLD }, { errorCode: "AccessDenied" }),
  record(
    6,
    "CreateRepositoryLink",
    { connectionArn: HUB, ownerId: "octo", repositoryName: "site" },
    {
      responseElements: { repositoryLinkInfo: { repositoryLinkId: "l", repositoryLinkArn: LINK, connectionArn: HUB } },
    },
  ),
  record(7, "CreateSyncConfiguration", { repositoryLinkId: "l", resourceName: "site", branch: "main" }),
  record(8, "DeleteSyncConfiguration", { resourceName: "site" }),
  pipeline(9, OLD),
  record(10, "UntagResource", { resourceArn: HUB, tagKeys: ["team"] }),
  record(11, "DeleteConnection", { connectionArn: at("codeconnections", "connection/guessed") }, { errorCode: "Nope" }),
  record(12, "DeleteHost", { hostArn: GHE }),
  record(13, "DeleteConnection", { connectionArn: OLD }, { errorCode: "AccessDenied" }),
  record(
    14,
    "CreateNotificationRule",
    {
      name: "***",
      resource: at("codepipeline", "shop-Pipeline"),
      targets: [{ targetType: "SNS", targetAddress: "t" }],
    },
    { ...notifications, responseElements: { arn: RULE } },
  ),
  record(15, "DeleteTarget", { targetAddress: "t", forceUnsubscribeAll: true }, notifications),
  record(16, "CreateProject", { id: "shop" }, { eventSource: "codestar.amazonaws.com" }),
];

async function everything(): Promise<Record<string, Resource>> {
  const { groups } = await listResources();
  return Object.fromEntries(groups.flatMap(({ items }) => items.map((item) => [item.id, item])));
}
const idsOf = async (options: Parameters<typeof listResources>[0]) =>
  (await listResources(options)).groups.flatMap(({ items }) => items.map(({ id }) => id));
const eventsOf = (cut: { items: { eventId: string }[] }) => cut.items.map(({ eventId }) => eventId);

describe("listResources", () => {
  it("knows each resource once, by either spelling, with its state", async () => {
    await trail.putLog(logKey("a"), STORY);
    await syncOnce([trail.url]);
    const resources = await everything();
    expect(resources).toMatchObject({
      c: { key: HUB, kind: "connection", name: "hub", provider: "GitHubEnterpriseServer", state: "used", hostKey: GHE },
      "ghe-1": { kind: "host", name: "ghe", state: "deleted", endpoint: "https://ghe.example", events: 3 },
      l: { kind: "repository-link", name: "octo/site", state: "used", events: 2, uses: 1 },
      r: { kind: "notification-rule", name: null, state: "created", watched: at("codepipeline", "shop-Pipeline") },
      guessed: { state: "unconfirmed", events: 1, failures: 1, uses: 0, lastUsed: null },
    });
    expect(Object.keys(resources)).toHaveLength(5);
    // What a pipeline does is use, but no event of CodeStar's.
    expect(resources["c"]).toMatchObject({ events: 7, failures: 2, uses: 3, lastUsed: "2024-05-01T10:09:00Z" });
    expect(resources["c"]).toMatchObject({ firstSeen: "2024-05-01T10:02:00Z", lastSeen: "2024-05-01T10:13:00Z" });
  });

  it("finds by kind and by all of the words of ARN and creation, and says when it is cut", async () => {
    await trail.putLog(logKey("a"), STORY);
    await syncOnce([trail.url]);
    expect(await idsOf({ kind: "host" })).toEqual(["ghe-1"]);
    expect(await idsOf({ search: "HUB through" })).toEqual(["c"]);
    expect(await idsOf({ search: "hub nothing" })).toEqual([]);
    expect(await idsOf({ search: "%" })).toEqual([]);
    expect(await listResources({ limit: 1 })).toMatchObject({
      total: 5,
      groups: [
        { kind: "connection", total: 2, items: [{ id: "c" }] },
        { kind: "host", total: 1 },
        { kind: "repository-link", total: 1 },
        { kind: "notification-rule", total: 1 },
      ],
    });
  });

  it("takes the name of what was made before the records begin from who looked at it", async () => {
    const repositoryLinkInfo = {
      repositoryLinkId: "l",
      repositoryLinkArn: LINK,
      ownerId: "octo",
      repositoryName: "site",
    };
    await trail.putLog(logKey("a"), [
      record(1, "GetRepositoryLink", { repositoryLinkId: "l" }, { responseElements: { repositoryLinkInfo } }),
      record(2, "GetHost", { hostArn: GHE }),
    ]);
    await syncOnce([trail.url]);
    expect(await everything()).toMatchObject({
      l: { name: "octo/site", state: "seen" },
      "ghe-1": { name: null, state: "seen" },
    });
  });

  it("answers as of a commit", async () => {
    await trail.putLog(logKey("a"), STORY.slice(0, 2));
    await syncOnce([trail.url]);
    const before = await listResources();
    await trail.putLog(logKey("b"), STORY.slice(2));
    await syncOnce([trail.url]);
    expect(await listResources({ asOf: before.asOf })).toEqual(before);
    expect(await getResource(HUB, { asOf: before.asOf })).toMatchObject({ events: 1, state: "created", uses: 0 });
    expect(await getResource(LINK, { asOf: before.asOf })).toBeNull();
  });
});

describe("getResource", () => {
  it("tells a connection's story, by either spelling", async () => {
    await trail.putLog(logKey("a"), STORY);
    await syncOnce([trail.url]);
    const hub = (await getResource(HUB))!;
    expect(await getResource(OLD)).toEqual(hub);
    expect(hub).toMatchObject({ state: "used", created: { eventId: "CreateConnection-2" }, deleted: null, lookUps: 1 });
    expect(hub.spellings).toEqual([HUB, OLD]);
    // What is use isn't a change of it.
    expect(eventsOf(hub.changes)).toEqual(["DeleteConnection-13", "UntagResource-10", "CreateConnection-2"]);
    expect(eventsOf(hub.latestUses)).toEqual([
      "UpdatePipeline-9",
      "CreateRepositoryLink-6",
      "UseConnection-5",
      "UseConnection-4",
    ]);
    expect(hub.users).toMatchObject({ total: 1, items: [{ name: "Ana", events: 4, failures: 1 }] });
    expect(hub.projects.items).toMatchObject([{ id: "shop", by: "related", events: 1, eventId: "UpdatePipeline-9" }]);
    expect(hub.parts.items).toMatchObject([
      { kind: "host", name: "ghe", eventId: "CreateConnection-2" },
      { kind: "repository-link", name: "octo/site", eventId: "CreateRepositoryLink-6" },
    ]);
    expect(hub.story.tags).toMatchObject([{ name: "team", detail: "shop", until: { eventId: "UntagResource-10" } }]);
  });

  it("finds the project of the role that used it", async () => {
    const role = (name: string) => ({
      userIdentity: {
        type: "AssumedRole",
        principalId: `AROA${name}:build`,
        arn: `arn:aws:sts::111122223333:assumed-role/${name}/build`,
        accountId: "111122223333",
        sessionContext: {
          sessionIssuer: { type: "Role", arn: `arn:aws:iam::111122223333:role/${name}`, accountId: "111122223333" },
        },
      },
    });
    await trail.putLog(logKey("a"), [
      record(1, "UseConnection", { connectionArn: HUB }, role("CodeStarWorker-shop-ToolChain")),
      record(2, "UseConnection", { connectionArn: HUB }, role("CodeStarWorker-shop-CodePipeline")),
      record(3, "UseConnection", { connectionArn: HUB }, role("CodeStarWorker-gone-ToolChain")),
      record(4, "UseConnection", { connectionArn: HUB }, role("shop")),
      record(16, "CreateProject", { id: "shop" }, { eventSource: "codestar.amazonaws.com" }),
    ]);
    await syncOnce([trail.url]);
    expect((await getResource(HUB))!.projects).toMatchObject({
      total: 1,
      items: [{ id: "shop", by: "role", events: 2, lastSeen: "2024-05-01T10:02:00Z" }],
    });
  });

  it("counts what its links lead to", async () => {
    await trail.putLog(logKey("a"), STORY);
    await syncOnce([trail.url]);
    for (const { key, events } of Object.values(await everything())) {
      const { filter } = parseEventFilter(new URLSearchParams({ resource: key }));
      expect(await countEvents({ filter })).toMatchObject({ events });
      const { timeline } = (await getResource(key))!;
      expect(timeline.buckets.reduce((sum, { success, failure }) => sum + success + failure, 0)).toBe(events);
    }
    const { filter } = parseEventFilter(new URLSearchParams({ resource: `!${HUB}` }));
    expect(await countEvents({ filter })).toMatchObject({ events: 8 });
  });

  it("finds a rule's project by what it watches, and ends what doesn't name its holder", async () => {
    await trail.putLog(logKey("a"), STORY);
    await syncOnce([trail.url]);
    const rule = (await getResource(RULE))!;
    expect(rule.projects.items).toMatchObject([{ id: "shop", by: "watched", eventId: null }]);
    expect(rule.story.targets).toMatchObject([{ name: "t", detail: "SNS", until: { eventId: "DeleteTarget-15" } }]);
    expect(rule.users.total).toBe(0);
    const link = (await getResource(LINK))!;
    expect(link.story.syncs).toMatchObject([
      { name: "site", detail: "main", until: { eventId: "DeleteSyncConfiguration-8" } },
    ]);
    expect((await getResource(GHE))!.deleted?.eventId).toBe("DeleteHost-12");
  });

  it("says the same whatever order the files come in", async () => {
    const keys = [HUB, GHE, LINK, RULE];
    const all = () => Promise.all([listResources(), ...keys.map((key) => getResource(key))]);
    const withoutCommits = (answers: Awaited<ReturnType<typeof all>>) =>
      JSON.parse(
        JSON.stringify(answers, (name, value: unknown) =>
          name === "asOf" || name === "principalRef" || name === "logFile" ? null : value,
        ),
      ) as unknown;
    for (const [index, one] of STORY.toReversed().entries()) {
      await trail.putLog(logKey(String(index).padStart(2, "0")), [one]);
      await syncOnce([trail.url]);
    }
    const backwards = withoutCommits(await all());
    await emptyDatabase();
    await syncOnce([trail.url]);
    expect(withoutCommits(await all())).toEqual(backwards);
  });

  it("knows none that no event names, and no text that is no such ARN", async () => {
    await trail.putLog(logKey("a"), STORY);
    await syncOnce([trail.url]);
    for (const arn of [
      at("codeconnections", "connection/x"),
      at("codestar", "project/shop"),
      "",
      "'; DROP TABLE event",
    ])
      expect(await getResource(arn)).toBeNull();
  });
});

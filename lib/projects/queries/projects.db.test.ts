import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { getProject } from "./get-project.ts";
import { listProjects } from "./list-projects.ts";

const web = "111122223333/eu-west-1/web";
const ghost = "111122223333/eu-west-1/ghost";
const bob = { key: "AIDABOB", name: "bob" };

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    { eventId: "1", eventTime: "2024-01-01T00:00:00Z", project: web },
    {
      eventId: "2",
      eventTime: "2024-01-02T00:00:00Z",
      project: web,
      action: "ListResources",
      access: "read",
      principal: bob,
    },
    {
      eventId: "3",
      eventTime: "2024-01-03T00:00:00Z",
      project: ghost,
      action: "DescribeProject",
      access: "read",
      errorCode: "ProjectNotFoundException",
    },
    { eventId: "4", eventTime: "2024-01-09T00:00:00Z" },
  ]);
  await insertEvents([
    { eventId: "5", eventTime: "2024-01-04T00:00:00.5Z", project: web, errorCode: "AccessDenied", principal: bob },
    { eventId: "6", eventTime: "2024-01-05T00:00:00Z", project: "444455556666/us-east-1/web" },
  ]);
});

describe("listProjects", () => {
  it("lists what events name, latest activity first", async () => {
    const { items, total, asOf } = await listProjects();
    expect([total, asOf]).toEqual([3, 2]);
    expect(items.map(({ account, id }) => `${account}/${id}`)).toEqual([
      "444455556666/web",
      "111122223333/web",
      "111122223333/ghost",
    ]);
    expect(items[1]).toEqual({
      account: "111122223333",
      region: "eu-west-1",
      id: "web",
      firstSeen: "2024-01-01T00:00:00Z",
      lastSeen: "2024-01-04T00:00:00.5Z",
      events: 3,
      failures: 1,
      writes: 2,
      principals: 2,
      isConfirmed: true,
    });
    expect(items[2]).toMatchObject({ events: 1, failures: 1, isConfirmed: false });
  });

  it("answers as of an earlier commit, and says how many there are when it is cut", async () => {
    const { items, total } = await listProjects({ asOf: 1, limit: 1 });
    expect(total).toBe(2);
    expect(items).toMatchObject([{ id: "ghost" }]);
    expect((await listProjects({ asOf: 1 })).items[1]).toMatchObject({
      id: "web",
      events: 2,
      failures: 0,
      writes: 1,
      lastSeen: "2024-01-02T00:00:00Z",
    });
  });
});

describe("getProject", () => {
  it("tells a project's story", async () => {
    const project = await getProject({ account: "111122223333", region: "eu-west-1", id: "web" });
    expect(project).toMatchObject({
      id: "web",
      events: 3,
      actions: {
        total: 2,
        items: [
          {
            eventSource: "codestar.amazonaws.com",
            eventName: "CreateProject",
            access: "write",
            events: 2,
            failures: 1,
          },
          { eventName: "ListResources", access: "read", events: 1, failures: 0 },
        ],
      },
      principalList: {
        total: 2,
        items: [
          {
            name: "bob",
            events: 2,
            failures: 1,
            writes: 1,
            firstSeen: "2024-01-02T00:00:00Z",
            lastSeen: "2024-01-04T00:00:00.5Z",
          },
          { name: "alice", events: 1, failures: 0, writes: 1 },
        ],
      },
    });
    expect(project?.latestEvents.map((event) => event.eventId)).toEqual(["5", "2", "1"]);
    expect(project?.timeline.buckets.reduce((sum, bucket) => sum + bucket.success + bucket.failure, 0)).toBe(3);
  });

  it("knows nothing of projects that no event names, or none yet", async () => {
    expect(await getProject({ account: "111122223333", region: "eu-west-1", id: "we*" })).toBeNull();
    expect(await getProject({ account: "111122223333", region: "eu-west-1", id: "\0" })).toBeNull();
    expect(await getProject({ account: "444455556666", region: "us-east-1", id: "web", asOf: 1 })).toBeNull();
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { getPrincipal } from "./get-principal.ts";
import { listPrincipals } from "./list-principals.ts";

const ROLE = "arn:aws:iam::111122223333:role/Deploy";
const role = { key: ROLE, type: "AssumedRole", name: "Deploy", arn: ROLE };
const session = (name: string, accessKeyId: string) => ({
  principal: role,
  principalName: `Deploy/${name}`,
  principalArn: `arn:aws:sts::111122223333:assumed-role/Deploy/${name}`,
  sessionName: name,
  accessKeyId,
});

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    {
      eventId: "1",
      eventTime: "2024-01-01T00:00:00Z",
      ...session("bob", "ASIA1"),
      sourceIp: "192.0.2.1",
      project: "111122223333/eu-west-1/web",
    },
    {
      eventId: "2",
      eventTime: "2024-01-01T01:00:00Z",
      ...session("bob", "ASIA1"),
      sourceIp: "192.0.2.2",
      errorCode: "AccessDenied",
    },
    {
      eventId: "3",
      eventTime: "2024-01-02T00:00:00Z",
      ...session("bob", "ASIA2"),
      sourceIp: "192.0.2.2",
      access: "read",
      action: "ListProjects",
      userAgent: "aws-cli",
    },
    { eventId: "4", eventTime: "2024-01-03T00:00:00Z" },
  ]);
  await insertEvents([{ eventId: "5", eventTime: "2024-01-04T00:00:00Z", ...session("100%_eve", "ASIA3") }]);
});

describe("listPrincipals", () => {
  it("lists who acted, latest activity first", async () => {
    const { items, total } = await listPrincipals();
    expect(total).toBe(2);
    expect(items[0]).toEqual({
      id: 1,
      key: ROLE,
      type: "AssumedRole",
      name: "Deploy",
      arn: ROLE,
      accountId: "111122223333",
      firstSeen: "2024-01-01T00:00:00Z",
      lastSeen: "2024-01-04T00:00:00Z",
      events: 4,
      failures: 1,
      writes: 3,
      codestarPart: null,
    });
    expect((await listPrincipals({ asOf: 1 })).items.map(({ name, events }) => [name, events])).toEqual([
      ["alice", 1],
      ["Deploy", 3],
    ]);
  });

  it("searches names, ARNs and keys for a text, not a pattern", async () => {
    const names = async (search: string) => (await listPrincipals({ search })).items.map(({ name }) => name);
    expect(await names("ROLE/dep")).toEqual(["Deploy"]);
    expect(await names("aida")).toEqual(["alice"]);
    expect(await names("%")).toEqual([]);
    expect(await names("a_ice")).toEqual([]);
    expect(await listPrincipals({ limit: 1 })).toMatchObject({ total: 2, items: [{ name: "Deploy" }] });
  });
});

describe("getPrincipal", () => {
  it("draws up the dossier", async () => {
    const principal = await getPrincipal(1, { asOf: 1 });
    expect(principal).toMatchObject({
      name: "Deploy",
      events: 3,
      lastSeen: "2024-01-02T00:00:00Z",
      actions: {
        total: 2,
        items: [
          { eventName: "CreateProject", events: 2, failures: 1 },
          { eventName: "ListProjects", events: 1 },
        ],
      },
      addresses: {
        total: 2,
        items: [
          {
            value: "192.0.2.2",
            events: 2,
            failures: 1,
            firstSeen: "2024-01-01T01:00:00Z",
            lastSeen: "2024-01-02T00:00:00Z",
          },
          { value: "192.0.2.1", events: 1, failures: 0 },
        ],
      },
      sessions: {
        total: 2,
        items: [
          {
            sessionName: "bob",
            accessKeyId: "ASIA2",
            firstSeen: "2024-01-02T00:00:00Z",
            lastSeen: "2024-01-02T00:00:00Z",
            events: 1,
          },
          {
            sessionName: "bob",
            accessKeyId: "ASIA1",
            firstSeen: "2024-01-01T00:00:00Z",
            lastSeen: "2024-01-01T01:00:00Z",
            events: 2,
            failures: 1,
          },
        ],
      },
      accessKeys: { total: 2 },
      userAgents: {
        items: [
          { value: null, events: 2 },
          { value: "aws-cli", events: 1 },
        ],
      },
      projects: { total: 1, items: [{ id: "web", events: 1 }] },
    });
    expect(principal?.latestEvents.map((event) => event.eventId)).toEqual(["3", "2", "1"]);
    expect(principal?.timeline.buckets.reduce((sum, bucket) => sum + bucket.success + bucket.failure, 0)).toBe(3);
  });

  it.each([0, -1, 1.5, 99, 3_000_000_000, Number.NaN])("knows nobody by the number %d", async (id) => {
    expect(await getPrincipal(id)).toBeNull();
  });
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const OLD = "arn:aws:codestar-connections:eu-west-1:111122223333:connection/c";
const KEY = "arn:aws:codeconnections:eu-west-1:111122223333:connection/c";

beforeEach(async () => {
  await emptyDatabase();
  const source = "codestar-connections.amazonaws.com";
  const record = JSON.stringify({
    eventName: "CreateConnection",
    requestParameters: { connectionName: "hub", providerType: "GitHub" },
    responseElements: { connectionArn: OLD },
  });
  await insertEvents([{ eventId: "made", source, action: "CreateConnection", resourceArn: OLD, record }]);
});

async function get(params: Record<string, string> = {}) {
  const response = await GET(new Request(`http://localhost:3000/api/resources?${new URLSearchParams(params)}`));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("GET /api/resources", () => {
  it("lists resources by kind", async () => {
    const { status, body } = await get({ kind: "connection", search: KEY, limit: "5" });
    const resource = { key: KEY, name: "hub", provider: "GitHub", state: "created", events: 1, lastUsed: null };
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { total: 1, asOf: 1, groups: [{ kind: "connection", total: 1, items: [resource] }] },
    });
    expect((await get({ kind: "host" })).body).toEqual({ groups: [], total: 0, asOf: 1 });
  });

  it("answers with one, by either spelling, its events as everywhere in the API", async () => {
    const { status, body } = await get({ arn: OLD });
    expect(status).toBe(200);
    expect(body).toMatchObject({ key: KEY, asOf: 1, spellings: [OLD], created: { eventId: "made" }, deleted: null });
    expect(body["created"]).not.toHaveProperty("principalRef");
    expect((await get({ arn: KEY })).body).toEqual(body);
  });

  it("answers as of a commit, and says what it can't", async () => {
    expect((await get({ asOf: "0" })).body).toEqual({ groups: [], total: 0, asOf: 0 });
    expect((await get({ arn: KEY, asOf: "0" })).status).toBe(404);
    expect((await get({ arn: "arn:aws:iam::1:user/x" })).status).toBe(404);
    for (const [name, value] of [
      ["asOf", "2"],
      ["kind", "pipeline"],
      ["limit", "0"],
      ["project", "shop"],
    ] as const) {
      const { status, body } = await get({ [name]: value });
      expect({ status, body }).toMatchObject({ status: 400, body: { problems: [{ name }] } });
    }
    expect((await get({ arn: KEY, kind: "host" })).body).toMatchObject({ problems: [{ name: "kind" }] });
  });
});

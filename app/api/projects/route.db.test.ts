import { beforeAll, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET as getProject } from "./[account]/[region]/[id]/route.ts";
import { GET as getProjects } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const shop = { account: "111122223333", region: "eu-west-1", id: "shop" };
const context = (place = shop) => ({ params: Promise.resolve(place) });
const request = (search = "") => new Request(`http://localhost/api/projects${search}`);
beforeAll(async () => {
  await emptyDatabase();
  const project = "111122223333/eu-west-1/shop";
  const requestParameters = { id: "shop", name: "Shop", description: "***", tags: { team: "web" } };
  await insertEvents([
    { eventId: "1", eventTime: "2024-03-01T10:00:00Z", project, record: JSON.stringify({ requestParameters }) },
    { eventId: "4", eventTime: "2024-03-03T10:00:00Z", project, action: "DeleteProject", errorCode: "AccessDenied" },
  ]);
});

describe("GET /api/projects", () => {
  it("lists projects", async () => {
    const answer = await getProjects(request("?limit=5"));
    expect(await answer.json()).toMatchObject({ projects: [{ ...shop, isConfirmed: true }], total: 1, asOf: 1 });
    expect((await getProjects(request("?limit=0"))).status).toBe(400);
  });

  it("tells one project's story, values hidden and calls failed", async () => {
    const answer = await getProject(request(), context());
    const value = (text: string | null) => [
      { value: text, isHidden: text === null, since: "2024-03-01T10:00:00Z", eventId: "1" },
    ];
    expect(await answer.json()).toMatchObject({
      ...shop,
      asOf: 1,
      facts: { name: value("Shop"), description: value(null), template: [], stack: [] },
      tags: { team: value("web") },
      calls: [
        { eventId: "1", eventName: "CreateProject", outcome: "success" },
        { eventId: "4", eventName: "DeleteProject", errorCode: "AccessDenied" },
      ],
    });
    expect((await getProject(request(), context({ ...shop, region: "us-east-1" }))).status).toBe(404);
  });
});

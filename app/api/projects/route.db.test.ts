import { beforeAll, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET as getProject } from "./[account]/[region]/[id]/route.ts";
import { GET as getTeam } from "./[account]/[region]/[id]/team/route.ts";
import { GET as getProjects } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const shop = { account: "111122223333", region: "eu-west-1", id: "shop" };
const context = (place = shop) => ({ params: Promise.resolve(place) });
const request = (search = "") => new Request(`http://localhost/api/projects${search}`);
const team = async (search: string, place = shop) => {
  const answer = await getTeam(request(search), context(place));
  return [answer.status, await answer.json()];
};

beforeAll(async () => {
  await emptyDatabase();
  const project = "111122223333/eu-west-1/shop";
  const requestParameters = { id: "shop", name: "Shop", description: "***", tags: { team: "web" } };
  await insertEvents([
    { eventId: "1", eventTime: "2024-03-01T10:00:00Z", project, record: JSON.stringify({ requestParameters }) },
    { eventId: "2", eventTime: "2024-03-01T10:00:00Z", project, action: "AssociateTeamMember", subjectArn: "ana" },
    { eventId: "3", eventTime: "2024-03-02T10:00:00Z", project, action: "UpdateTeamMember", subjectArn: "ben" },
    { eventId: "4", eventTime: "2024-03-03T10:00:00Z", project, action: "DeleteProject", errorCode: "AccessDenied" },
  ]);
  await queryRows("UPDATE event SET member_role = 'Owner', remote_access = true WHERE event_id = '2'");
  // Of another service, and of another service's service.
  await insertEvents([
    { project, source: "codebuild.amazonaws.com", action: "DeleteProject", eventTime: "2024-03-02T11:00:00Z" },
    { eventId: "related", project, action: "DeleteProject", eventTime: "2024-03-02T11:00:00Z" },
  ]);
  await queryRows("UPDATE event SET is_related = true WHERE event_id = 'related'");
});

describe("GET …/team", () => {
  it("answers with members, since when, and by which event", async () => {
    const ana = { userArn: "ana", role: "Owner", remoteAccess: true, since: "2024-03-01T10:00:00Z", eventId: "2" };
    const ben = { userArn: "ben", role: null, remoteAccess: null, since: null, eventId: "3" };
    expect(await team("?at=2024-03-01T10:00:00Z")).toEqual([
      200,
      { at: "2024-03-01T10:00:00Z", members: [ana], unknown: [] },
    ]);
    expect(await team("?at=2024-03-05")).toEqual([
      200,
      { at: "2024-03-05T00:00:00Z", members: [ana, ben], unknown: ["ben"] },
    ]);
    expect(await team("?at=2024-03-01T09:59:59Z")).toMatchObject([200, { members: [] }]);
  });

  it("refuses what isn't a time, and knows no project that no event names", async () => {
    expect(await team("?at=soon")).toMatchObject([400, { problems: [{ name: "at", value: "soon" }] }]);
    expect(await team("?when=now")).toMatchObject([400, { problems: [{ name: "when" }] }]);
    expect(await team("?asOf=99")).toMatchObject([400, { problems: [{ name: "asOf" }] }]);
    expect(await team("", { ...shop, id: "none" })).toEqual([
      404,
      { error: expect.stringContaining("No event names") },
    ]);
    expect(await team("?asOf=0")).toMatchObject([404, {}]);
  });
});

describe("GET /api/projects", () => {
  it("lists projects", async () => {
    const answer = await getProjects(request("?limit=5"));
    expect(await answer.json()).toMatchObject({ projects: [{ ...shop, isConfirmed: true }], total: 1, asOf: 2 });
    expect((await getProjects(request("?limit=0"))).status).toBe(400);
  });

  it("tells one project's story, values hidden and calls failed", async () => {
    const answer = await getProject(request(), context());
    const value = (text: string | null) => [
      { value: text, isHidden: text === null, since: "2024-03-01T10:00:00Z", eventId: "1" },
    ];
    expect(await answer.json()).toMatchObject({
      ...shop,
      asOf: 2,
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

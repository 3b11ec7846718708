import { beforeAll, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const shop = { account: "111122223333", region: "eu-west-1", id: "shop" };
const team = async (search: string, place = shop) => {
  const request = new Request(`http://localhost/api/projects/111122223333/eu-west-1/shop/team${search}`);
  const answer = await GET(request, { params: Promise.resolve(place) });
  return [answer.status, await answer.json()];
};

beforeAll(async () => {
  await emptyDatabase();
  const project = "111122223333/eu-west-1/shop";
  await insertEvents([
    { eventId: "2", eventTime: "2024-03-01T10:00:00Z", project, action: "AssociateTeamMember", subjectArn: "ana" },
    { eventId: "3", eventTime: "2024-03-02T10:00:00Z", project, action: "UpdateTeamMember", subjectArn: "ben" },
    { eventId: "4", eventTime: "2024-03-03T10:00:00Z", project, action: "DeleteProject", errorCode: "AccessDenied" },
  ]);
  await queryRows("UPDATE event SET member_role = 'Owner', remote_access = true WHERE event_id = '2'");
  // Another service's action of that name, and a record that is kept for its marks alone.
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

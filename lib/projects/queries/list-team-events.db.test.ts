import { beforeAll, expect, it } from "vitest";
import { MAX_FAILED_TEAM_CALLS } from "#lib/codestar/team.ts";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { listTeamEvents } from "./list-team-events.ts";

const project = "111122223333/eu-west-1/shop";
const place = { account: "111122223333", region: "eu-west-1", id: "shop" };

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    { eventId: "made", eventTime: "2024-01-01T00:00:00Z", project, action: "AssociateTeamMember", subjectArn: "arn:a" },
    {
      eventId: "tried",
      eventTime: "2024-01-02T00:00:00Z",
      project,
      action: "AssociateTeamMember",
      subjectArn: "arn:b",
      errorCode: "AccessDenied",
    },
    {
      eventId: "left",
      eventTime: "2024-01-09T00:00:00Z",
      project,
      action: "DisassociateTeamMember",
      subjectArn: "arn:a",
    },
  ]);
  const { rows } = await pool().query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_name = 'event' AND column_name NOT IN ('event_id', 'event_time')`,
  );
  const others = rows.map(({ name }) => name).join(", ");
  await pool().query(
    `INSERT INTO event (event_id, event_time, ${others})
     SELECT 'again ' || n, event_time + n * interval '1 second', ${others} FROM event, generate_series(1, $1) n
     WHERE event_id = 'tried'`,
    [MAX_FAILED_TEAM_CALLS + 4],
  );
});

it("has every call that changed a team, and of those that failed the newest", async () => {
  const events = (await listTeamEvents(place)) ?? [];
  const failed = events.filter(({ outcome }) => outcome === "failure").map(({ eventId }) => eventId);
  expect(failed).toHaveLength(MAX_FAILED_TEAM_CALLS);
  expect([failed[0], failed.at(-1)]).toEqual(["again 5", `again ${MAX_FAILED_TEAM_CALLS + 4}`]);
  expect(events.filter(({ outcome }) => outcome === "success").map(({ eventId }) => eventId)).toEqual(["made", "left"]);
  expect(await listTeamEvents({ ...place, id: "none" })).toBeNull();
});

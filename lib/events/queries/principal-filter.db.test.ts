import { beforeAll, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { listEvents } from "./list-events.ts";

const USER = "arn:aws:iam::111122223333:user/alice";
const ROLE = "arn:aws:iam::111122223333:role/Deploy";

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    { eventId: "1-user", principal: { key: "AIDAALICE", name: "alice", arn: USER } },
    // A record that gives no id: the ARN is all that tells who it was.
    { eventId: "2-arn", principal: { key: USER, name: "alice", arn: USER } },
    { eventId: "3-federated", principal: { key: "arn:fed", type: "FederatedUser", name: "fed" }, issuerArn: USER },
    {
      eventId: "4-role",
      principal: { key: ROLE, type: "AssumedRole", name: "Deploy", arn: ROLE },
      principalName: "Deploy/AIDAALICE",
      issuerArn: ROLE,
    },
    // Whoever may name a session may name it so.
    { eventId: "5-impostor", principal: { key: "AIDAEVE", name: "eve" }, principalName: "AIDAALICE" },
  ]);
});

it.each<[string, string[]]>([
  ["principal=AIDAALICE", ["1-user"]],
  ["principal=!AIDAALICE", ["2-arn", "3-federated", "4-role", "5-impostor"]],
  [`principal=${USER}`, ["1-user", "2-arn", "3-federated"]],
  [`principal=${ROLE}`, ["4-role"]],
  ["principal=Deploy", ["4-role"]],
  ["principal=alice", ["1-user", "2-arn"]],
  ["principal=AIDAALICE&principal=fed", ["1-user", "3-federated"]],
  ["principal=AIDAAL*", ["1-user", "5-impostor"]],
])("%s finds whom it means", async (search, ids) => {
  const { filter } = parseEventFilter(new URLSearchParams(search));
  const { events } = await listEvents({ filter, order: "asc" });
  expect(events.map(({ eventId }) => eventId)).toEqual(ids);
});

import { beforeAll, expect, test, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const get = async (search: string) => {
  const response = await GET(new Request(`http://localhost:3000/api/findings${search}`));
  return { status: response.status, body: await response.json() };
};

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    {
      eventId: "1",
      eventTime: "2024-01-01T00:00:00Z",
      action: "DeleteProject",
      deleteStack: false,
      project: "111122223333/eu-west-1/web",
    },
  ]);
});

test("all questions with their counts, and the thresholds that they were asked with", async () => {
  const { status, body } = await get("?idleDays=30");
  expect(status).toBe(200);
  expect(body).toMatchObject({ asOf: 1, thresholds: { idleDays: 30, denied: 10 } });
  const counts = (body as { kinds: { kind: string; findings: number }[] }).kinds.map(
    ({ kind, findings }) => [kind, findings] as const,
  );
  expect(counts.filter(([, findings]) => findings > 0)).toEqual([
    ["first-on-project", 1],
    ["kept-stack", 1],
  ]);
});

test("the answers of one question, with their events and the filter that finds them", async () => {
  expect(await get("?kind=first-on-project&project=web")).toMatchObject({
    status: 200,
    body: {
      kind: "first-on-project",
      total: 1,
      nextCursor: null,
      findings: [
        {
          key: "1",
          at: "2024-01-01T00:00:00Z",
          principal: { name: "alice" },
          events: ["1"],
          eventsTotal: 1,
          filter: "principal=AIDAALICE&project=111122223333%2Feu-west-1%2Fweb",
        },
      ],
    },
  });
});

test.each([
  ["?kind=else", "kind must be one of first-on-project"],
  ["?kind=kept-stack&kind=kept-stack", "kind is given twice"],
  ["?denied=1", "denied must be a whole number from 2 to 10000"],
  ["?outcome=failure", "findings have no filter or threshold named outcome"],
  ["?kind=kept-stack&limit=0", "limit must be"],
  ["?kind=kept-stack&cursor=x", "cursor is not one"],
  ["?asOf=7", "asOf must be"],
])("%s is a 400 that says so", async (search, message) => {
  const { status, body } = await get(search);
  expect(status).toBe(400);
  expect((body as { error: string }).error).toContain(message);
});

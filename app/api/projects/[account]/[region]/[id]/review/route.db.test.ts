import { beforeAll, expect, test, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const id = 'we%41"b\r\nX-Else: 1';
const get = (search: string, name = id) =>
  GET(new Request(`http://localhost:3000/api/projects/111122223333/eu-west-1/x/review${search}`), {
    params: Promise.resolve({ account: "111122223333", region: "eu-west-1", id: name }),
  });

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    {
      eventId: "1",
      action: "AssociateTeamMember",
      subjectArn: "arn:aws:iam::111122223333:user/bob",
      memberRole: "=HYPERLINK(1)",
      project: `111122223333/eu-west-1/${id}`,
    },
  ]);
});

test("a review is JSON or CSV, whatever the project is called", async () => {
  const json = await get("?from=2023-01-01");
  expect(await json.json()).toMatchObject({ asOf: 1, start: [], changes: [{ what: "grant" }], tries: [] });
  const csv = await get("?format=csv");
  expect(csv.headers.get("Content-Disposition")).toBe('attachment; filename="access-review-we_41_b__X-Else__1-1.csv"');
  expect(csv.headers.get("X-Formula-Guard")).toBe("on");
  expect(await csv.text()).toContain("'=HYPERLINK(1)");
  expect(await (await get("?format=csv&safe=0")).text()).toContain(",=HYPERLINK(1),");
});

test("what can't be understood is a 400, and an unknown project a 404", async () => {
  for (const search of ["?from=soon", "?format=pdf", "?idleDays=3", "?from=-1d&from=-2d"])
    expect((await get(search)).status).toBe(400);
  expect((await get("", "web")).status).toBe(404);
});

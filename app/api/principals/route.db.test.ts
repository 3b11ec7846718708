import { beforeAll, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { GET as getOne } from "./[id]/route.ts";
import { GET as getAll } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

const url = "http://localhost:3000/api/principals";
const answer = async (response: Response) => ({ status: response.status, body: (await response.json()) as unknown });
const all = async (search = "") => answer(await getAll(new Request(`${url}${search}`)));
const one = async (id: string, search = "") =>
  answer(await getOne(new Request(`${url}/${id}${search}`), { params: Promise.resolve({ id }) }));

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    { eventTime: "2024-05-01T22:30:00Z", mfa: true, client: "console" },
    { eventTime: "2024-05-01T23:30:00Z", principal: { key: "AIDABEN", name: "ben" } },
  ]);
});

describe("GET /api/principals", () => {
  it("lists who acted, latest first", async () => {
    expect(await all()).toMatchObject({
      status: 200,
      body: {
        total: 2,
        asOf: 1,
        principals: [
          { id: 2, name: "ben", codestarPart: null },
          { id: 1, name: "alice" },
        ],
      },
    });
    expect(await all("?search=BEN&limit=1")).toMatchObject({ body: { total: 1, principals: [{ key: "AIDABEN" }] } });
  });

  it.each(["?limit=0", "?colour=red", "?asOf=99", "?search=a&search=b"])("refuses %s", async (search) => {
    expect(await all(search)).toMatchObject({ status: 400, body: { problems: [{}] } });
  });
});

describe("GET /api/principals/{id}", () => {
  it("has the dossier, its week in a time zone", async () => {
    const { status, body } = await one("1", "?tz=Asia/Tokyo");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 1,
      name: "alice",
      timeline: { tz: "Asia/Tokyo" },
      mfa: { total: 1, items: [{ value: "true", events: 1 }] },
      clients: { items: [{ value: "console" }] },
      doneTo: { changes: { total: 0 }, memberships: [] },
      people: { items: [], ofSessions: 0 },
    });
    // 22:30 on a Wednesday in UTC is 07:30 on Thursday in Tokyo.
    const { hours } = body as { hours: number[][] };
    expect(hours.map((day) => day.length)).toEqual(Array.from({ length: 7 }, () => 24));
    expect(hours[3]?.[7]).toBe(1);
  });

  it.each(["0", "3", "99999999999", "x", "-1", "1.0", "%00"])("knows nobody by %s", async (id) => {
    expect(await one(id)).toEqual({ status: 404, body: { error: "There is no principal with this number." } });
  });

  it.each(["?tz=Mars/Olympus", "?asOf=99", "?colour=red"])("refuses %s", async (search) => {
    expect(await one("1", search)).toMatchObject({ status: 400, body: { problems: [{}] } });
  });
});

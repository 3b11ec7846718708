import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { insertLogFile } from "#lib/events/testing/insert-events.ts";
import { closeSendingBoss } from "#lib/sync/boss.ts";
import { GET, POST } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

beforeEach(emptyDatabase);
afterEach(async () => {
  await closeSendingBoss();
  await queryRows("DROP SCHEMA IF EXISTS pgboss CASCADE");
});

const url = "http://localhost:3000/api/sync";
const post = async (search = "") => {
  const response = await POST(new Request(`${url}${search}`, { method: "POST" }));
  return { status: response.status, body: await response.json() };
};
const states = () => queryRows("SELECT id, state, cause FROM sync_run");

describe("POST /api/sync", () => {
  it("says which pass it asked for, and of a second one that the first is on or waits", async () => {
    expect(await post()).toEqual({ status: 202, body: { id: 1 } });
    expect(await post()).toEqual({ status: 409, body: { id: 1, error: "A pass is on already, or waits." } });
    expect(await states()).toEqual([{ id: 1, state: "waiting", cause: "request" }]);
  });

  it("has failed files read again, one or all, also by a pass that waits already", async () => {
    for (const key of ["a", "b", "c"]) await insertLogFile(key, 1);
    await queryRows("UPDATE log_file SET state = 'failed', reason = 'bad' WHERE key <> 'c'");
    expect(await post("?retry=1")).toEqual({ status: 202, body: { id: 1, retried: 1 } });
    expect(await post("?retry=all")).toMatchObject({ status: 409, body: { id: 1, retried: 1 } });
    expect(await post("?retry=3")).toMatchObject({ status: 409, body: { id: 1, retried: 0 } });
    expect(await queryRows("SELECT key FROM log_file WHERE is_due ORDER BY key")).toEqual([{ key: "a" }, { key: "b" }]);
  });

  it.each(["?retry=0", "?retry=x", "?retry=1&retry=2", "?colour=red"])("starts nothing for %s", async (search) => {
    expect(await post(search)).toMatchObject({ status: 400, body: { problems: [expect.any(Object)] } });
    expect(await states()).toEqual([]);
  });
});

describe("POST /api/sync?retry= of a file that isn't there", () => {
  it.each([7, 999_999_999_999_999])("is a 404 for %i and starts no pass", async (id) => {
    await insertLogFile("a", 1);
    expect(await post(`?retry=${id}`)).toEqual({
      status: 404,
      body: { error: "There is no log file with this number." },
    });
    expect(await states()).toEqual([]);
  });
});

describe("GET /api/sync", () => {
  it("tells of the pass that is on or waits, and of the last ones", async () => {
    const get = async () => (await GET(new Request(url))).json();
    expect(await get()).toEqual({ running: null, runs: [], trails: [] });
    await post();
    expect(await get()).toMatchObject({
      running: { id: 1, state: "waiting", cause: "request" },
      runs: [{ id: 1, state: "waiting" }],
    });
  });
});

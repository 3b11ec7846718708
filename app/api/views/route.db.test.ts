import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { DELETE, PATCH } from "./[id]/route.ts";
import { GET, POST } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

beforeEach(emptyDatabase);

const url = "http://localhost/api/views";
const bodyOf = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body));
const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });
const post = async (body: unknown, search = "") =>
  answerOf(await POST(new Request(`${url}${search}`, { method: "POST", body: bodyOf(body) })));
const patch = async (id: string, body: unknown) =>
  answerOf(
    await PATCH(new Request(`${url}/x`, { method: "PATCH", body: bodyOf(body) }), { params: Promise.resolve({ id }) }),
  );
const remove = async (id: string) =>
  answerOf(await DELETE(new Request(`${url}/x`, { method: "DELETE" }), { params: Promise.resolve({ id }) }));
const list = async () => (await answerOf(await GET(new Request(url)))).body.views;

describe("the API of views", () => {
  it("saves, lists, changes and deletes", async () => {
    const { status, body: view } = await post({ name: "Failed writes", query: "outcome=failure&access=write&asOf=7" });
    expect(status).toBe(201);
    expect(view).toMatchObject({ name: "Failed writes", query: "outcome=failure&access=write", isPinned: false });
    expect(await list()).toEqual([view]);
    expect(await patch(view.id, { name: "Failures", isPinned: true })).toMatchObject({
      status: 200,
      body: { id: view.id, name: "Failures", query: view.query, isPinned: true },
    });
    expect(await remove(view.id)).toMatchObject({ status: 200, body: { name: "Failures" } });
    expect(await remove(view.id)).toMatchObject({ status: 404 });
    expect(await patch(view.id, {})).toMatchObject({ status: 404 });
    expect(await list()).toEqual([]);
  });

  it("says whose a name is already", async () => {
    await post({ name: "One", query: "" });
    const { body: two } = await post({ name: "Two", query: "" });
    const taken = { status: 409, body: { error: "There is a view named One already." } };
    expect(await post({ name: "ONE", query: "" })).toEqual(taken);
    expect(await patch(two.id, { name: " one " })).toEqual(taken);
  });

  it.each([
    ["", "the body must be JSON"],
    ["{", "the body must be JSON"],
    [{ name: "", query: "" }, "name must not be empty"],
    [{ name: "x".repeat(81), query: "" }, "name must not be longer than 80 characters"],
    [{ name: "x", query: "a=b\r\nSet-Cookie: a=b" }, "query must be an address's query, with everything else escaped"],
    [{ name: 1, query: 2 }, "name must be a text; query must be a text"],
    [{ name: "x", query: "x".repeat(40_000) }, "the body is longer than 32000 bytes"],
  ])("refuses %j with a sentence", async (body, error) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error } });
    expect(await list()).toEqual([]);
  });

  it("refuses what it doesn't know by name", async () => {
    expect((await post({ name: "x", query: "", owner: "me" })).body.error).toContain("owner");
    expect((await post({ name: "x", query: "" }, "?dry=1")).body.error).toBe("there is no parameter named dry");
  });
});

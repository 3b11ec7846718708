import { describe, expect, it, vi } from "vitest";
import { RequestError } from "#lib/events/request-error.ts";
import { answerRequest, jsonAnswer } from "./answer-request.ts";

const failing = (error: Error) =>
  answerRequest(async () => {
    throw error;
  });
/** As the errors of lib/db are called, which database-error.test.ts holds on to. */
const named = (name: string, message: string) => Object.assign(new Error(message), { name });
const problem = { name: "limit", value: "0", message: "limit must be a whole number from 1 to 1000" };

describe("answerRequest", () => {
  it("passes answers on, for nobody to keep", async () => {
    const answer = await answerRequest(async () => jsonAnswer({ a: 1 }));
    expect([answer.status, answer.headers.get("cache-control"), await answer.json()]).toEqual([
      200,
      "no-store",
      { a: 1 },
    ]);
  });

  it.each([
    [new RequestError(problem), 400, { error: problem.message, problems: [problem] }],
    [named("DatabaseUnavailableError", "The database doesn't answer."), 503, { error: "The database doesn't answer." }],
    [named("QueryTimeoutError", "Too long."), 504, { error: "Too long." }],
  ])("answers %s with a sentence", async (error, status, body) => {
    const answer = await failing(error);
    expect([answer.status, answer.headers.get("cache-control"), await answer.json()]).toEqual([
      status,
      "no-store",
      body,
    ]);
  });

  it("keeps what it doesn't know to the log, without control characters", async () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const answer = await failing(new Error("secret \u001b[2J"));
    const logged = write.mock.calls.map(([line]) => String(line)).join("");
    write.mockRestore();
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
    expect(logged).toContain("secret");
    expect(logged.trimEnd()).not.toMatch(/\p{Cc}/u);
  });
});

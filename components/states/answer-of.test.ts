import { expect, test } from "vitest";
import { answerOf } from "./answer-of.ts";

class Named extends Error {
  constructor(name: string) {
    super("told");
    this.name = name;
  }
}

test("an answer is handed on", async () => {
  expect(await answerOf(Promise.resolve(7))).toEqual({ data: 7 });
});

test.each([
  ["QueryTimeoutError", "slow"],
  ["DatabaseUnavailableError", "away"],
  ["RequestError", "place"],
])("%s is a trouble that a page can name: %s", async (name, problem) => {
  expect(await answerOf(Promise.reject(new Named(name)))).toEqual({ problem });
});

test("any other error is thrown on, never shown as nothing", async () => {
  await expect(answerOf(Promise.reject(new Named("TypeError")))).rejects.toThrow("told");
});

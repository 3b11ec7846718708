import { expect, test } from "vitest";
import { withRecent } from "./recent-queries.ts";

test("the latest query stands first, and once", () => {
  expect(withRecent(["b", "a"], "a")).toEqual(["a", "b"]);
  expect(withRecent(["a"], "")).toEqual(["a"]);
});

test("they don't grow without end", () => {
  let texts: string[] = [];
  for (let index = 0; index < 50; index++) texts = withRecent(texts, `ip:${index}`);
  expect(texts).toHaveLength(20);
  expect(texts[0]).toBe("ip:49");
  expect(withRecent(texts, "x".repeat(5000))).toEqual(texts);
});

import { expect, test } from "vitest";
import { durationText, lengthText } from "./duration-text.ts";

test.each([
  [0, "0 ms"],
  [999, "999 ms"],
  [1000, "1 s"],
  [61_000, "1 min 1 s"],
  [3_600_000, "1 h"],
  [7_500_000, "2 h 5 min"],
  [90_061_000, "1 d 1 h"],
])("%d ms is %s", (lengthMs, text) => expect(lengthText(lengthMs)).toBe(text));

test("from one moment to another", () => {
  expect(durationText("2024-07-31T14:00:00Z", "2024-07-31T16:05:00Z")).toBe("2 h 5 min");
});

import { expect, test } from "vitest";
import { ALL_EVENTS } from "./filter.ts";
import type { Timeline } from "./timeline.ts";
import { timelineStack } from "./timeline-stack.ts";

const now = new Date("2024-07-31T12:00:00Z");

/** One bucket in which the n-th of the groups has so many events, a tenth of them failures. */
function timeline(counts: Record<string, number>, groupsTotal = Object.keys(counts).length): Timeline {
  const groups = Object.entries(counts)
    .map(([value, count]) => ({ value: value || null, success: count - 1, failure: 1 }))
    .toSorted((a, b) => b.success - a.success);
  const sum = (of: "success" | "failure") => groups.reduce((total, group) => total + group[of], 0);
  const bucket = { start: "2024-07-31T00:00:00Z", success: sum("success"), failure: sum("failure"), groups };
  return { interval: "1d", tz: "UTC", end: "2024-08-01T00:00:00Z", asOf: 1, buckets: [bucket], groups, groupsTotal };
}
const stack = (of: Timeline, by?: "access" | "source" | "project") =>
  timelineStack(of, { filter: ALL_EVENTS, now, ...(by && { by }) });

test("by outcome, successes below failures", () => {
  const { series, counts, failures } = stack(timeline({ a: 10, b: 5 }));
  expect(series.map(({ value, count }) => [value, count])).toEqual([
    ["success", 13],
    ["failure", 2],
  ]);
  expect([counts, failures]).toEqual([[[13, 2]], [2]]);
});

test("reads below writes, whichever are more", () => {
  const { series } = stack(timeline({ write: 10, read: 5 }), "access");
  expect(series.map(({ meaning }) => meaning)).toEqual(["read", "write"]);
});

test("six groups are told apart and the rest is one, so that all sum up", () => {
  const { series, counts } = stack(
    timeline({ a: 90, b: 80, c: 70, d: 60, e: 50, "": 40, g: 30, h: 20 }, 120),
    "project",
  );
  expect(series.map(({ value }) => value)).toEqual(["a", "b", "c", "d", "e", null, { rest: 114 }]);
  expect(counts).toEqual([[90, 80, 70, 60, 50, 40, 50]]);
  expect(new Set(series.map(({ meaning }) => meaning)).size).toBe(7);
});

test("a group keeps its colour whatever its rank", () => {
  const colour = (of: Timeline, value: string) =>
    stack(of, "source").series.find((part) => part.value === value)?.meaning;
  const name = "codestar.amazonaws.com";
  const other = "codestar-connections.amazonaws.com";
  expect(colour(timeline({ [name]: 9, [other]: 5 }), name)).toBe(colour(timeline({ [name]: 5, [other]: 9 }), name));
});

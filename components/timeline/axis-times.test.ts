import { expect, test } from "vitest";
import { tickLabel, tickStarts } from "./axis-times.ts";

const starts = (count: number, stepMs: number, first = "2024-01-10T03:00:00Z") =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * stepMs).toISOString().replace(".000Z", "+01:00"),
  );
const labels = (found: string[], interval: string) =>
  tickStarts(found, interval).map((start) => tickLabel(start, interval));

test("days have their date where buckets are hours", () => {
  expect(labels(starts(24, 10_800_000), "3h")).toEqual([
    "06:00",
    "12:00",
    "18:00",
    "2024-01-11",
    "06:00",
    "12:00",
    "18:00",
    "2024-01-12",
    "06:00",
    "12:00",
    "18:00",
    "2024-01-13",
  ]);
});

test("seconds are said where they are needed", () => {
  expect(labels(starts(3, 15_000, "2024-01-10T03:00:50Z"), "15s")).toEqual(["03:00:50", "03:01:05", "03:01:20"]);
  expect(labels(starts(5, 60_000), "1m")).toEqual(["03:00", "03:01", "03:02", "03:03", "03:04"]);
});

test.each([
  ["month", "2024-01"],
  ["1w", "2024-01-10"],
  ["1d", "2024-01-10"],
])("a bucket of %s is %s", (interval, label) => {
  expect(labels(starts(1, 1), interval)).toEqual([label]);
});

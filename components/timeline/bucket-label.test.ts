import { expect, test } from "vitest";
import { bucketTime, intervalLabel } from "./bucket-label.ts";

test.each([
  ["1d", "per day"],
  ["1w", "per week"],
  ["15m", "per 15 minutes"],
  ["6h", "per 6 hours"],
  ["month", "per month"],
])("%s is %s", (interval, label) => expect(intervalLabel(interval)).toBe(label));

const start = "2024-07-31T14:05:09+02:00";

test.each([
  ["month", "2024-07"],
  ["1w", "2024-07-31"],
  ["1d", "2024-07-31"],
  ["6h", "2024-07-31 14:05:09 +02:00"],
  ["10s", "2024-07-31 14:05:09 +02:00"],
])("a bucket of %s is %s in full", (interval, time) => expect(bucketTime(start, interval)).toBe(time));

test("UTC written as Z has its offset too", () => {
  expect(bucketTime("2024-07-31T14:00:00Z", "1h")).toBe("2024-07-31 14:00:00 +00:00");
});

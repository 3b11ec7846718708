import { expect, test } from "vitest";
import { formatTime, timeParts } from "./format-time.ts";

test.each([
  ["2024-07-31T14:05:09Z", "UTC", "2024-07-31 14:05:09 +00:00"],
  ["2024-07-31T14:05:09.987Z", "UTC", "2024-07-31 14:05:09 +00:00"],
  ["2024-07-31T23:30:00Z", "Europe/Berlin", "2024-08-01 01:30:00 +02:00"],
  ["2024-01-31T23:30:00Z", "Europe/Berlin", "2024-02-01 00:30:00 +01:00"],
  ["2024-07-31T00:00:00Z", "America/New_York", "2024-07-30 20:00:00 -04:00"],
  ["2024-07-31T00:00:00Z", "Asia/Kolkata", "2024-07-31 05:30:00 +05:30"],
  ["2024-07-31T00:00:00Z", "Asia/Kathmandu", "2024-07-31 05:45:00 +05:45"],
])("%s in %s is %s", (iso, zone, text) => {
  expect(formatTime(iso, zone)).toBe(text);
});

test("midnight is 00, never 24", () => {
  expect(timeParts("2024-07-31T00:00:00Z", "UTC").time).toBe("00:00:00");
});

test("both hours of a clock put back differ by their offset", () => {
  expect(formatTime("2024-10-27T00:30:00Z", "Europe/Berlin")).toBe("2024-10-27 02:30:00 +02:00");
  expect(formatTime("2024-10-27T01:30:00Z", "Europe/Berlin")).toBe("2024-10-27 02:30:00 +01:00");
});

import { expect, test } from "vitest";
import { zonedTime } from "./zoned-time.ts";

test.each([
  ["2024-07-31", "UTC", "2024-07-31T00:00:00Z"],
  ["2024-07-31 14:05", "UTC", "2024-07-31T14:05:00Z"],
  ["2024-07-31T14:05:09", "Europe/Berlin", "2024-07-31T14:05:09+02:00"],
  [" 2024-01-31 14:05 ", "Europe/Berlin", "2024-01-31T14:05:00+01:00"],
  // The clocks go forward at 02:00 on this day.
  ["2024-03-31 01:30", "Europe/Berlin", "2024-03-31T01:30:00+01:00"],
  ["2024-03-31 03:30", "Europe/Berlin", "2024-03-31T03:30:00+02:00"],
  // Skipped by the clocks: begins where they go on.
  ["2024-03-31 02:30", "Europe/Berlin", "2024-03-31T03:00:00+02:00"],
  ["2024-07-31", "America/New_York", "2024-07-31T00:00:00-04:00"],
])("%s in %s is %s", (text, zone, instant) => expect(zonedTime(text, zone)).toBe(instant));

test.each([
  "-7d",
  "2024-07-31T14:05:09Z",
  "2024-07-31 14:05:09 +02:00",
  "yesterday",
  "",
  "2024-13-99",
  "2024-02-30",
  "2023-02-29 10:00",
])("leaves %j to the filter", (text) => expect(zonedTime(text, "Europe/Berlin")).toBe(text));

import { expect, test } from "vitest";
import { timeTitle } from "./time-titles.tsx";

const now = new Date("2024-07-31T16:05:09Z");

test.each([
  ["2024-07-31T14:05:09Z", "2024-07-31T14:05:09Z, 2 h ago"],
  ["2024-07-31T16:05:09+02:00", "2024-07-31T14:05:09Z, 2 h ago"],
  ["2024-07-31T14:05:09.123Z", "2024-07-31T14:05:09.123Z, 1 h ago"],
  ["2024-08-01T00:00:00Z", "2024-08-01T00:00:00Z"],
  ["2024-07-31", null],
  ["P3D", null],
])("%s is named %s", (dateTime, title) => expect(timeTitle(dateTime, now)).toBe(title));

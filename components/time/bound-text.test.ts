import { expect, test } from "vitest";
import { boundText } from "./bound-text.ts";

test.each([
  ["-7d", "UTC", "-7d"],
  ["2024-07-31", "UTC", "2024-07-31 00:00:00 +00:00"],
  ["2024-07-31T14:05:09Z", "Europe/Berlin", "2024-07-31 16:05:09 +02:00"],
  ["2024-07-31 14:05:09 +02:00", "UTC", "2024-07-31 12:05:09 +00:00"],
  ["nonsense", "UTC", "nonsense"],
])("%s in %s reads %s", (bound, zone, text) => expect(boundText(bound, zone)).toBe(text));

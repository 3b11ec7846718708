import { expect, test } from "vitest";
import { ago } from "./ago.ts";

test.each([
  ["2024-07-31T12:00:00Z", "just now"],
  ["2024-07-31T12:00:05Z", "just now"],
  ["2024-07-31T11:59:01Z", "59 s ago"],
  ["2024-07-31T09:30:00Z", "2 h ago"],
  ["2022-07-31T12:00:00Z", "731 d ago"],
])("%s was %s", (iso, text) => expect(ago(iso, "2024-07-31T12:00:00Z")).toBe(text));

import { expect, it } from "vitest";
import { offsetText } from "./offset-text.ts";

it.each([
  ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.4Z", "0 s"],
  ["2024-01-01T00:00:00Z", "2023-12-31T23:57:57Z", "−2 min 03 s"],
  ["2024-01-01T00:00:00Z", "2024-01-01T00:00:45Z", "+45 s"],
  ["2024-01-01T00:00:00Z", "2024-01-01T00:15:00Z", "+15 min 00 s"],
])("from %s to %s it is %s", (from, to, text) => {
  expect(offsetText(from, to)).toBe(text);
});

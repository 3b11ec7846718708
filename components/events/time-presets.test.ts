import { expect, test } from "vitest";
import { dataPresets } from "./time-presets.ts";

test("the data's own span and what ends with it, in whole days of the zone", () => {
  const span = { oldest: "2022-03-01T09:00:00Z", newest: "2024-11-28T23:30:00Z" };
  const presets = dataPresets(span, "Europe/Berlin");
  expect(presets[0]).toEqual({
    label: "All of the data: 2022-03-01 – 2024-11-29",
    from: "2022-03-01T00:00:00+01:00",
    to: "2024-11-30T00:00:00+01:00",
  });
  // The newest event is on the 29th there.
  expect(presets.slice(1).map(({ from }) => from)).toEqual([
    "2024-11-29T00:00:00+01:00",
    "2024-11-23T00:00:00+01:00",
    "2024-10-30T00:00:00+01:00",
    "2023-11-30T00:00:00+01:00",
  ]);
  expect(new Set(presets.map(({ to }) => to)).size).toBe(1);
});

import { describe, expect, it } from "vitest";
import { cellText, shadeOf } from "./week-scale.ts";

describe("shadeOf", () => {
  it("shows a single call among thousands, and none as none", () => {
    expect(shadeOf(0, 5000)).toBe(0);
    expect(shadeOf(1, 5000)).toBeGreaterThanOrEqual(14);
    expect(shadeOf(5000, 5000)).toBe(58);
    expect(shadeOf(0, 0)).toBe(0);
  });

  it("never falls as calls rise", () => {
    const shades = Array.from({ length: 101 }, (_, calls) => shadeOf(calls, 100));
    expect(shades).toEqual(shades.toSorted((a, b) => a - b));
  });
});

describe("cellText", () => {
  it.each([
    [0, ""],
    [7, "7"],
    [999, "999"],
    [1000, "1k"],
    [4123, "4.1k"],
    [18_400, "18.4k"],
    [2_000_000, "2m"],
  ])("writes %d as %s", (calls, text) => {
    expect(cellText(calls)).toBe(text);
  });
});

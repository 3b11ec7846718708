import { describe, expect, it } from "vitest";
import { shiftedRange, widenedRange } from "./time-range-move.ts";

const now = new Date("2024-11-29T15:30:00Z");
const berlin = { now, timeZone: "Europe/Berlin" };
const utc = { now, timeZone: "UTC" };
const days = (from: string, to: string) => ({ from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` });

describe("shiftedRange", () => {
  it.each([
    [{ from: "-7d" }, { from: "-14d", to: "-7d" }],
    [
      { from: "-14d", to: "-7d" },
      { from: "-21d", to: "-14d" },
    ],
    [days("2024-07-31", "2024-08-01"), days("2024-07-30", "2024-07-31")],
    // Months, quarters and years by the calendar.
    [days("2024-07-01", "2024-08-01"), days("2024-06-01", "2024-07-01")],
    [days("2024-01-01", "2025-01-01"), days("2023-01-01", "2024-01-01")],
    [days("2024-07-02", "2024-08-02"), days("2024-06-01", "2024-07-02")],
    [
      { from: "2024-07-31T14:00:00Z", to: "2024-07-31T16:00:00Z" },
      { from: "2024-07-31T12:00:00Z", to: "2024-07-31T14:00:00Z" },
    ],
  ])("%j is after %j", (range, before) => {
    expect(shiftedRange(range, -1, utc)).toEqual(before);
    expect(shiftedRange(before, 1, utc)).toEqual(range);
  });
  it("keeps whole days whole where the clocks change", () => {
    const day = { from: "2024-03-31T00:00:00+01:00", to: "2024-04-01T00:00:00+02:00" };
    expect(shiftedRange(day, 1, berlin)).toEqual({
      from: "2024-04-01T00:00:00+02:00",
      to: "2024-04-02T00:00:00+02:00",
    });
    expect(shiftedRange(day, -1, berlin)).toEqual({
      from: "2024-03-30T00:00:00+01:00",
      to: "2024-03-31T00:00:00+01:00",
    });
  });
  it.each([[{}], [{ from: "2024-07-31T00:00:00Z" }], [{ to: "-7d" }]])("%j has no neighbours", (range) => {
    expect(shiftedRange(range, -1, utc)).toBeNull();
  });
  it("nothing moves with now that is after it", () => expect(shiftedRange({ from: "-7d" }, 1, utc)).toBeNull());
});

describe("widenedRange", () => {
  it.each([
    [{ from: "-7d" }, { from: "-14d" }],
    [days("2024-07-10", "2024-07-12"), days("2024-07-09", "2024-07-13")],
    [days("2024-07-10", "2024-07-11"), days("2024-07-09", "2024-07-12")],
    [
      { from: "2024-07-31T14:00:00Z", to: "2024-07-31T16:00:00Z" },
      { from: "2024-07-31T13:00:00Z", to: "2024-07-31T17:00:00Z" },
    ],
  ])("%j becomes %j", (range, wider) => expect(widenedRange(range, utc)).toEqual(wider));

  it("an open end stays open", () => {
    const shown = { from: "2024-01-01T00:00:00Z", to: "2024-07-11T00:00:00Z" };
    expect(widenedRange({ from: "2024-07-01T00:00:00Z" }, { ...utc, shown })).toEqual({ from: "2024-06-21T00:00:00Z" });
    expect(widenedRange({}, { ...utc, shown })).toBeNull();
  });
  it.each([
    [days("2024-07-01", "2024-07-31"), days("2024-06-25", "2024-08-02"), {}],
    [days("2024-07-10", "2024-07-12"), days("2024-06-25", "2024-08-02"), days("2024-07-09", "2024-07-13")],
    [{ to: "2024-07-21T00:00:00Z" }, days("2024-06-25", "2024-08-02"), {}],
    [{ from: "-100d" }, days("2024-04-01", "2024-11-29"), { from: "-200d" }],
    [{ from: "-150d" }, days("2024-04-01", "2024-11-29"), {}],
  ])("%j with events of %j becomes %j", (range, { from, to }, wider) => {
    const shown = { from: "2024-07-01T00:00:00Z", to: "2024-07-21T00:00:00Z" };
    const data = { first: Date.parse(from), last: Date.parse(to) };
    expect(widenedRange(range, { ...utc, shown, data })).toEqual(wider);
  });
  it("whole days stay whole where the clocks change", () => {
    const range = { from: "2024-03-30T00:00:00+01:00", to: "2024-04-01T00:00:00+02:00" };
    expect(widenedRange(range, berlin)).toEqual({ from: "2024-03-29T00:00:00+01:00", to: "2024-04-02T00:00:00+02:00" });
  });
});

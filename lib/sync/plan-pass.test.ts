import { describe, expect, it } from "vitest";
import { planPass, type TrailHistory } from "./plan-pass.ts";

const now = new Date("2024-06-15T12:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const history = (given: Partial<TrailHistory> = {}): TrailHistory => ({
  lastCompletePassAt: ago(0.01),
  lastMonthPassAt: ago(0.5),
  lastFullPassAt: ago(3),
  rulesFingerprint: "r",
  ...given,
});
const plan = (of: TrailHistory, asked = {}, isLocal = false) =>
  planPass({ history: of, asked: { from: null, to: null, isFull: false, ...asked }, isLocal, fingerprint: "r", now });

describe("planPass", () => {
  it.each([
    [
      "the first pass",
      history({ lastCompletePassAt: null, lastMonthPassAt: null, lastFullPassAt: null, rulesFingerprint: null }),
      {},
      false,
    ],
    ["a pass after a week", history({ lastFullPassAt: ago(7) }), {}, false],
    ["a pass with other rules", history({ rulesFingerprint: "q" }), {}, false],
    ["a pass that is asked to", history(), { isFull: true }, false],
    ["a pass over a folder", history(), {}, true],
  ])("%s lists everything", (_, of, asked, isLocal) => {
    expect(plan(of, asked, isLocal)).toEqual({ window: null, completes: "everything" });
  });

  it("lists from two days before the last complete pass until tomorrow", () => {
    expect(plan(history())).toEqual({ window: { from: "2024-06-13", to: "2024-06-16" }, completes: "days" });
    expect(plan(history({ lastCompletePassAt: ago(4.9), lastMonthPassAt: ago(0.9) })).window?.from).toBe("2024-06-08");
  });

  it("lists 31 days once a day, and more after a long pause", () => {
    expect(plan(history({ lastMonthPassAt: ago(1) }))).toEqual({
      window: { from: "2024-05-15", to: "2024-06-16" },
      completes: "month",
    });
    expect(plan(history({ lastMonthPassAt: ago(5), lastCompletePassAt: ago(5) })).window?.from).toBe("2024-05-10");
  });

  it("takes days by hand, which complete nothing", () => {
    expect(plan(history(), { from: "2023-01-01", to: "2023-01-31" })).toEqual({
      window: { from: "2023-01-01", to: "2023-01-31" },
      completes: "nothing",
    });
    expect(plan(history(), { from: "2023-01-01" }, true).window).toEqual({ from: "2023-01-01", to: "2024-06-16" });
    expect(plan(history(), { to: "2023-01-01" }).window).toEqual({ from: "0001-01-01", to: "2023-01-01" });
  });
});

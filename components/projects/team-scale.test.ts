import { describe, expect, it } from "vitest";
import { teamHistory } from "#lib/codestar/team-history.ts";
import { teamEvent } from "#lib/codestar/testing/team-event.ts";
import { placeOf, teamScale, timeTicks } from "./team-scale.ts";

const ticks = (from: string, to: string, tz = "UTC") =>
  timeTicks(Date.parse(from), Date.parse(to), tz).map(({ label }) => label);

describe("timeTicks", () => {
  it("are days, months or years of the zone, as many as have room", () => {
    expect(ticks("2024-02-27T10:00:00Z", "2024-03-02T10:00:00Z")).toEqual([
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
      "2024-03-02",
    ]);
    expect(ticks("2022-12-05T00:00:00Z", "2024-08-01T00:00:00Z")).toEqual([
      "2023-01",
      "2023-04",
      "2023-07",
      "2023-10",
      "2024-01",
      "2024-04",
      "2024-07",
    ]);
    expect(ticks("2000-05-01T00:00:00Z", "2026-01-01T00:00:00Z")).toEqual(["2005", "2010", "2015", "2020", "2025"]);
    const [berlin] = timeTicks(Date.parse("2024-06-30T00:00:00Z"), Date.parse("2024-07-03T00:00:00Z"), "Europe/Berlin");
    expect(new Date(berlin?.at ?? 0).toISOString()).toBe("2024-06-30T22:00:00.000Z");
  });

  it.each(["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])("are few from %s on", (from) => {
    expect(ticks(from, "2024-01-01T00:00:00Z").length).toBeLessThan(12);
  });
});

describe("teamScale", () => {
  const added = teamEvent("2024-03-01T00:00:00Z", "AssociateTeamMember", "ana");
  const coverage = { firstDay: "2024-02-20", lastDay: "2024-03-10" };

  it("reaches to the end of what is known, or to the deletion", () => {
    const scale = teamScale(teamHistory([added]), [], coverage, "UTC");
    expect(scale?.knownTo).toBe(Date.parse("2024-03-11T00:00:00Z"));
    expect(scale && placeOf(scale, scale.knownTo ?? 0)).toBeGreaterThan(90);
    expect(scale && [placeOf(scale, 0), placeOf(scale, Date.parse("2030-01-01T00:00:00Z"))]).toEqual([0, 100]);
    const deleted = teamEvent("2024-03-05T00:00:00Z", "DeleteProject");
    expect(teamScale(teamHistory([added, deleted]), [], coverage, "UTC")?.to).toBeLessThan(Date.parse("2024-03-06"));
  });

  it("is none where no call is known", () => {
    expect(teamScale(teamHistory([]), [], coverage, "UTC")).toBeNull();
  });
});

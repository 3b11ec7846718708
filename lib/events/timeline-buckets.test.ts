import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoInZone, isTimeZone, offsetAt } from "./time-zone.ts";
import { timelineBuckets } from "./timeline-buckets.ts";
import {
  finestInterval,
  intervalForSpan,
  intervalMs,
  MAX_BUCKETS,
  parseTimelineInterval,
} from "./timeline-interval.ts";

const interval = (text: string) => {
  const parsed = parseTimelineInterval(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const starts = (from: string, to: string, text: string, tz: string) => {
  const buckets = timelineBuckets(Date.parse(from), Date.parse(to), interval(text), tz);
  return buckets && [...buckets.starts, buckets.end].map((start) => isoInZone(start, tz));
};

describe("timelineBuckets", () => {
  it("spans first to last in UTC", () => {
    expect(starts("2024-01-01T01:30:00Z", "2024-01-01T03:00:00Z", "1h", "UTC")).toEqual([
      "2024-01-01T01:00:00Z",
      "2024-01-01T02:00:00Z",
      "2024-01-01T03:00:00Z",
      "2024-01-01T04:00:00Z",
    ]);
    expect(starts("2024-01-03T00:00:00Z", "2024-01-03T00:00:00Z", "1w", "UTC")).toEqual([
      "2024-01-01T00:00:00Z",
      "2024-01-08T00:00:00Z",
    ]);
    expect(starts("2023-11-30T23:59:59Z", "2024-01-01T00:00:00Z", "month", "UTC")).toEqual([
      "2023-11-01T00:00:00Z",
      "2023-12-01T00:00:00Z",
      "2024-01-01T00:00:00Z",
      "2024-02-01T00:00:00Z",
    ]);
  });

  it("gives days of 23 and 25 hours where the clocks change", () => {
    expect(starts("2024-03-30T23:00:00Z", "2024-03-31T22:00:00Z", "1d", "Europe/Berlin")).toEqual([
      "2024-03-31T00:00:00+01:00",
      "2024-04-01T00:00:00+02:00",
      "2024-04-02T00:00:00+02:00",
    ]);
    expect(starts("2024-10-26T22:00:00Z", "2024-10-27T22:59:59Z", "1d", "Europe/Berlin")).toEqual([
      "2024-10-27T00:00:00+02:00",
      "2024-10-28T00:00:00+01:00",
    ]);
  });

  it("makes two buckets of an hour that comes twice and none of one that is skipped", () => {
    expect(starts("2024-10-26T23:30:00Z", "2024-10-27T02:00:00Z", "1h", "Europe/Berlin")).toEqual([
      "2024-10-27T01:00:00+02:00",
      "2024-10-27T02:00:00+02:00",
      "2024-10-27T02:00:00+01:00",
      "2024-10-27T03:00:00+01:00",
      "2024-10-27T04:00:00+01:00",
    ]);
    expect(starts("2024-03-31T00:00:00Z", "2024-03-31T01:00:00Z", "1h", "Europe/Berlin")).toEqual([
      "2024-03-31T01:00:00+01:00",
      "2024-03-31T03:00:00+02:00",
      "2024-03-31T04:00:00+02:00",
    ]);
    expect(starts("2024-03-30T23:00:00Z", "2024-03-31T10:00:00Z", "6h", "Europe/Berlin")).toEqual([
      "2024-03-31T00:00:00+01:00",
      "2024-03-31T06:00:00+02:00",
      "2024-03-31T12:00:00+02:00",
      "2024-03-31T18:00:00+02:00",
    ]);
  });

  it("knows zones off the hour, a midnight that is skipped and one that comes twice", () => {
    expect(starts("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "1h", "Asia/Kolkata")).toEqual([
      "2024-01-01T05:00:00+05:30",
      "2024-01-01T06:00:00+05:30",
    ]);
    // Beirut's clocks went from 00:00 to 01:00.
    expect(starts("2022-03-26T21:59:59Z", "2022-03-26T22:00:00Z", "1d", "Asia/Beirut")).toEqual([
      "2022-03-26T00:00:00+02:00",
      "2022-03-27T01:00:00+03:00",
      "2022-03-28T00:00:00+03:00",
    ]);
    // Havana's go from 01:00 to 00:00.
    expect(starts("2024-11-03T05:30:00Z", "2024-11-03T05:30:00Z", "1d", "America/Havana")).toEqual([
      "2024-11-03T00:00:00-04:00",
      "2024-11-04T00:00:00-05:00",
    ]);
  });

  it("refuses more than 10,000 buckets", () => {
    expect(timelineBuckets(0, 9_999_000, interval("1s"), "UTC")?.starts).toHaveLength(MAX_BUCKETS);
    expect(timelineBuckets(0, 10_000_000, interval("1s"), "UTC")).toBeNull();
    expect(timelineBuckets(0, 1e14, interval("1s"), "UTC")).toBeNull();
  });

  it("covers every instant once, in any zone, with starts that the zone's clocks show as round", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
      "America/Sao_Paulo",
      "Pacific/Apia",
      "Africa/Casablanca",
    );
    const widths = fc.constantFrom("30s", "7m", "30m", "1h", "6h", "36h", "1d", "3d", "1w", "month");
    const first = fc.date({ noInvalidDate: true, min: new Date("1995-01-01"), max: new Date("2030-01-01") });
    fc.assert(
      fc.property(zones, widths, first, fc.double({ min: 0, max: 60, noNaN: true }), (tz, text, date, count) => {
        const width = interval(text);
        const firstMs = date.getTime();
        const lastMs = firstMs + Math.floor(count * intervalMs(width));
        const buckets = timelineBuckets(firstMs, lastMs, width, tz);
        if (!buckets) throw new Error("too many");
        const edges = [...buckets.starts, buckets.end];
        expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0))).toBe(true);
        expect(edges[0]).toBeLessThanOrEqual(firstMs);
        expect(edges[1]).toBeGreaterThan(firstMs);
        expect(edges.at(-2)).toBeLessThanOrEqual(lastMs);
        expect(edges.at(-1)).toBeGreaterThan(lastMs);
        for (const edge of edges) {
          const isRound = (edge + offsetAt(edge, tz)) % 30_000 === 0;
          expect(isRound || offsetAt(edge, tz) !== offsetAt(edge - 1, tz)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("intervals", () => {
  it("are chosen by span", () => {
    const hours = (count: number) => count * 3_600_000;
    expect(
      [0, hours(1), hours(24), hours(24 * 7), hours(24 * 90), hours(24 * 365), hours(24 * 3650)].map(
        (span) => intervalForSpan(span).text,
      ),
    ).toEqual(["1s", "30s", "15m", "3h", "1d", "1w", "month"]);
  });

  it("have a finest that is allowed for every span", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3e14, noNaN: true }), (span) => {
        expect(timelineBuckets(0, span, finestInterval(span), "Europe/Berlin")).not.toBeNull();
      }),
      { numRuns: 8 },
    );
  });

  it.each(["", "0h", "h", "1", "-1h", "1.5h", "1M", "2month", "1 h", "100000s"])("refuse %j", (text) => {
    expect(parseTimelineInterval(text)).toBeNull();
  });
});

describe("isTimeZone", () => {
  it("knows IANA names and no others", () => {
    expect(["UTC", "Europe/Berlin", "+02:00"].map(isTimeZone)).toEqual([true, true, true]);
    expect(["", "Mars/Olympus", "'; DROP TABLE event; --"].map(isTimeZone)).toEqual([false, false, false]);
  });
});

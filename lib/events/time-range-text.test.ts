import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTimeBound } from "./time-bound.ts";
import { printTimeRange } from "./print-time-range.ts";
import { parseTimeRangeText } from "./time-range-text.ts";

const now = new Date("2024-11-29T15:30:00Z");
const read = (text: string, timeZone = "UTC", latest?: Date) =>
  parseTimeRangeText(text, { now, timeZone, ...(latest && { latest }) });
const range = (text: string, timeZone?: string, latest?: Date) => {
  const reading = read(text, timeZone, latest);
  return "range" in reading ? [reading.range.from, reading.range.to] : reading.problem;
};

describe("a range that moves with now stays relative", () => {
  it.each([
    ["3d", "-3d"],
    ["-3d", "-3d"],
    ["last 3 days", "-3d"],
    ["past 3 days", "-3d"],
    ["the last 24 hours", "-24h"],
    ["24h", "-24h"],
    ["90 min", "-90m"],
    ["15m", "-15m"],
    ["3M", "-3M"],
    ["3 months", "-3M"],
    ["2 weeks", "-2w"],
    ["1y", "-1y"],
    ["last hour", "-1h"],
    ["past week", "-1w"],
    ["since 3 days ago", "-3d"],
  ])("%s", (text, from) => expect(range(text)).toEqual([from, undefined]));

  it("with two such ends", () => expect(range("-14d – -7d")).toEqual(["-14d", "-7d"]));
  it("until now", () => expect(range("2024-11-01 to now")).toEqual(["2024-11-01T00:00:00Z", "-0s"]));
});

describe("the calendar's periods, whole", () => {
  it.each([
    ["today", "2024-11-29T00:00:00Z", "2024-11-30T00:00:00Z"],
    ["Yesterday", "2024-11-28T00:00:00Z", "2024-11-29T00:00:00Z"],
    ["this week", "2024-11-25T00:00:00Z", "2024-12-02T00:00:00Z"],
    ["last week", "2024-11-18T00:00:00Z", "2024-11-25T00:00:00Z"],
    ["this month", "2024-11-01T00:00:00Z", "2024-12-01T00:00:00Z"],
    ["last month", "2024-10-01T00:00:00Z", "2024-11-01T00:00:00Z"],
    ["this year", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
    ["last year", "2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
    ["2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"],
    ["2024-07", "2024-07-01T00:00:00Z", "2024-08-01T00:00:00Z"],
    ["July 2024", "2024-07-01T00:00:00Z", "2024-08-01T00:00:00Z"],
    ["2024-07-31", "2024-07-31T00:00:00Z", "2024-08-01T00:00:00Z"],
    ["2024/7/31", "2024-07-31T00:00:00Z", "2024-08-01T00:00:00Z"],
    ["31 Jul 2024", "2024-07-31T00:00:00Z", "2024-08-01T00:00:00Z"],
    ["July 31st, 2024", "2024-07-31T00:00:00Z", "2024-08-01T00:00:00Z"],
    ["Wednesday, 31 July 2024", "2024-07-31T00:00:00Z", "2024-08-01T00:00:00Z"],
  ])("%s", (text, from, to) => expect(range(text)).toEqual([from, to]));

  it("are as long as the zone's clocks make them", () => {
    expect(range("2024-03-31", "Europe/Berlin")).toEqual(["2024-03-31T00:00:00+01:00", "2024-04-01T00:00:00+02:00"]);
    expect(range("27 Oct 2024", "Europe/Berlin")).toEqual(["2024-10-27T00:00:00+02:00", "2024-10-28T00:00:00+01:00"]);
    // Midnight is skipped there on that day.
    expect(range("2024-09-08", "America/Santiago")).toEqual(["2024-09-08T01:00:00-03:00", "2024-09-09T00:00:00-03:00"]);
  });
  it("are the zone's own", () => {
    expect(range("today", "Pacific/Kiritimati")).toEqual(["2024-11-30T00:00:00+14:00", "2024-12-01T00:00:00+14:00"]);
  });
});

describe("from one end to the other", () => {
  it.each([
    ["Jan 1 – Jan 2", "2024-01-01T00:00:00Z", "2024-01-03T00:00:00Z"],
    ["Jan 1-5", "2024-01-01T00:00:00Z", "2024-01-06T00:00:00Z"],
    ["1 – 5 Jan 2023", "2023-01-01T00:00:00Z", "2023-01-06T00:00:00Z"],
    ["Jan 1 2024 to Feb 3 2024", "2024-01-01T00:00:00Z", "2024-02-04T00:00:00Z"],
    ["between 1 Jan and 3 Feb 2023", "2023-01-01T00:00:00Z", "2023-02-04T00:00:00Z"],
    ["Dec 30 – Jan 2", "2023-12-30T00:00:00Z", "2024-01-03T00:00:00Z"],
    ["Dec 30 2022 – Jan 2", "2022-12-30T00:00:00Z", "2023-01-03T00:00:00Z"],
    ["2022-03 – 2024", "2022-03-01T00:00:00Z", "2025-01-01T00:00:00Z"],
    ["2024-01-01/2024-02-01", "2024-01-01T00:00:00Z", "2024-02-02T00:00:00Z"],
    ["2024-01-01..2024-02-01", "2024-01-01T00:00:00Z", "2024-02-02T00:00:00Z"],
    ["31 Jul 2024 14:00 - 16:00", "2024-07-31T14:00:00Z", "2024-07-31T16:00:00Z"],
    ["31 Jul 2024 22:00 - 02:00", "2024-07-31T22:00:00Z", "2024-08-01T02:00:00Z"],
    ["31 Jul 2024 2pm to 4:30 pm", "2024-07-31T14:00:00Z", "2024-07-31T16:30:00Z"],
    ["14:00-16:00", "2024-11-29T14:00:00Z", "2024-11-29T16:00:00Z"],
    ["09:00-11:00", "2024-11-29T09:00:00Z", "2024-11-29T11:00:00Z"],
    ["yesterday 14:00 – today 02:00", "2024-11-28T14:00:00Z", "2024-11-29T02:00:00Z"],
    ["2024-07-31T14:00:05Z – 2024-07-31T14:00:09Z", "2024-07-31T14:00:05Z", "2024-07-31T14:00:09Z"],
    ["2024-07-31 14:00:05 +02:00 – 2024-07-31 15:00:00 +02:00", "2024-07-31T12:00:05Z", "2024-07-31T13:00:00Z"],
    ["last month – yesterday", "2024-10-01T00:00:00Z", "2024-11-29T00:00:00Z"],
    ["since 2024-07-31", "2024-07-31T00:00:00Z", undefined],
    ["since yesterday", "2024-11-28T00:00:00Z", undefined],
    ["after July 2024", "2024-08-01T00:00:00Z", undefined],
    ["until 31 Jul 2024", undefined, "2024-08-01T00:00:00Z"],
    ["before 31 Jul 2024", undefined, "2024-07-31T00:00:00Z"],
    ["until 2024-07-31 14:00", undefined, "2024-07-31T14:00:00Z"],
  ])("%s", (text, from, to) => expect(range(text)).toEqual([from, to]));

  it("all times", () => {
    expect(range("")).toEqual([undefined, undefined]);
    expect(range("all times")).toEqual([undefined, undefined]);
  });
  it("a date without a year is the last one the data can have", () => {
    const latest = new Date("2023-06-01T00:00:00Z");
    expect(range("Jan 1 – Jan 2", "UTC", latest)).toEqual(["2023-01-01T00:00:00Z", "2023-01-03T00:00:00Z"]);
    expect(range("Jul 1", "UTC", latest)).toEqual(["2022-07-01T00:00:00Z", "2022-07-02T00:00:00Z"]);
    expect(range("Feb 29", "UTC", latest)).toEqual(["2020-02-29T00:00:00Z", "2020-03-01T00:00:00Z"]);
  });
});

describe("a pasted timestamp is the time around it", () => {
  const aroundIt = ["2024-07-31T13:59:05Z", "2024-07-31T14:01:06Z"];
  it.each([
    "2024-07-31T14:00:05Z",
    "2024-07-31T14:00:05.123Z",
    "2024-07-31 14:00:05.123",
    "2024-07-31 14:00:05,123",
    "2024-07-31T16:00:05+02:00",
    "2024-07-31 16:00:05 +02:00",
    "2024-07-31T09:00:05-0500",
    "20240731T140005Z",
    "1722434405",
    "1722434405.123",
    "1722434405123",
    "1722434405123456",
    "1722434405123456789",
    "[31/Jul/2024:14:00:05 +0000]",
    "Wed, 31 Jul 2024 14:00:05 GMT",
    "Wed Jul 31 14:00:05 UTC 2024",
    "Wed Jul 31 2024 16:00:05 GMT+0200 (Central European Summer Time)",
    "July 31, 2024, 16:00:05 (UTC+02:00)",
    "Jul 31, 2024 @ 14:00:05.123",
    "Jul 31 14:00:05",
    '"eventTime": "2024-07-31T14:00:05Z",',
    "timestamp=1722434405",
  ])("%s", (text) => expect(range(text)).toEqual(aroundIt));

  it("as long as it is exact", () => {
    expect(range("2024-07-31 14:05", "Europe/Berlin")).toEqual([
      "2024-07-31T14:05:00+02:00",
      "2024-07-31T14:06:00+02:00",
    ]);
    expect(read("2024-07-31T14:00:05Z")).toHaveProperty("meaning", "That second, with a minute before and after it");
    expect(range("20240731T1405Z")).toEqual(["2024-07-31T14:04:00Z", "2024-07-31T14:06:01Z"]);
  });
  it("in the zone that is shown unless it says its own", () => {
    expect(range("2024-07-31 14:00:05", "America/New_York")).toEqual([
      "2024-07-31T13:59:05-04:00",
      "2024-07-31T14:01:06-04:00",
    ]);
  });
});

describe("what isn't understood is said", () => {
  it.each([
    "gestern",
    "31/07/2024",
    "2024-02-30",
    "2024-13-01",
    "Feb 30",
    "25:00",
    "13pm",
    "2024-07-31 14",
    "3 parsecs",
    "d",
    "2024-07-31 14:00 CEST",
    "17224344051",
    "–",
    "now",
    "<script>",
  ])("%s", (text) => expect(read(text)).toHaveProperty("problem"));

  it("an end before the beginning", () => {
    expect(range("2024-02-01 – 2024-01-01")).toBe("This ends before it begins.");
  });
});

it("never throws, and what it answers is a bound", () => {
  const word = fc.constantFrom(
    "jan",
    "2024",
    "-",
    "–",
    "3",
    "d",
    "12:30",
    "last",
    "week",
    "Z",
    "+02:00",
    "pm",
    "since",
    "to",
    " ",
    "31",
    "/",
    "9999",
    "0000",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("UTC", "Europe/Berlin", "America/Santiago"), (typed, timeZone) => {
      const reading = read(typed, timeZone);
      const bounds = "range" in reading ? [reading.range.from, reading.range.to] : [];
      expect(bounds.filter((bound) => bound !== undefined && parseTimeBound(bound, now) === null)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe("a printed range reads back", () => {
  const zones = ["UTC", "Europe/Berlin", "America/Santiago", "Asia/Kolkata", "Australia/Lord_Howe"];
  const instant = fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2035-01-01") });
  const bound = fc.oneof(
    instant,
    instant.map((timeMs) => timeMs - (timeMs % 86_400_000)),
    instant.map((timeMs) => timeMs - (timeMs % 1000)),
  );
  const instants = (found: { from?: string; to?: string }) =>
    [found.from, found.to].map((text) =>
      text === undefined ? null : (parseTimeBound(text, now)?.getTime() ?? Number.NaN),
    );

  it("whatever its ends", () => {
    const ends = fc.record({ from: bound, to: bound }, { requiredKeys: [] });
    fc.assert(
      fc.property(ends, fc.constantFrom(...zones), ({ from, to }, timeZone) => {
        if (from !== undefined && to !== undefined && from >= to) [from, to] = [to, from + 1];
        const iso = (timeMs: number) => new Date(timeMs).toISOString();
        const asked = { ...(from !== undefined && { from: iso(from) }), ...(to !== undefined && { to: iso(to) }) };
        const reading = read(printTimeRange(asked, timeZone), timeZone);
        expect("range" in reading && instants(reading.range)).toEqual(instants(asked));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ from: "-3d" }, "3d"],
    [{ from: "-3M" }, "3M"],
    [{ from: "-14d", to: "-7d" }, "-14d – -7d"],
    [{ from: "2024-07-31T00:00:00+02:00", to: "2024-08-01T00:00:00+02:00" }, "2024-07-31"],
    [{ from: "2024-07-01T00:00:00+02:00", to: "2024-08-01T00:00:00+02:00" }, "2024-07-01 – 2024-07-31"],
    [{ from: "2024-07-31T12:05:09Z" }, "since 2024-07-31 14:05:09 +02:00"],
    [{}, ""],
  ])("%j as %s", (asked, text) => {
    expect(printTimeRange(asked, "Europe/Berlin")).toBe(text);
    const reading = read(text, "Europe/Berlin");
    expect("range" in reading && instants(reading.range)).toEqual(instants(asked));
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { ALL_EVENTS, type EventFilter, parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { countEvents } from "./count-events.ts";
import { eventFacet } from "./event-facet.ts";
import { eventTimeline } from "./event-timeline.ts";
import { listEvents } from "./list-events.ts";

const filter = (search: string): EventFilter => parseEventFilter(new URLSearchParams(search)).filter;
const sources = ["codestar.amazonaws.com", "codestar-connections.amazonaws.com", "iam.amazonaws.com"];
const projects = [null, "111122223333/eu-west-1/web", "111122223333/us-east-1/web", "444455556666/eu-west-1/api"];

/** Repeatable; events crowd around hours, days and a change of the clocks. */
function someEvents(count: number, seed: number): TestEvent[] {
  let state = seed;
  const next = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  return Array.from({ length: count }, (_, index) => ({
    eventId: `${seed}-${index}`,
    eventTime: new Date(Date.parse("2024-03-29T22:00:00Z") + next(60) * 3_600_000 + (next(3) - 1) * 1000).toISOString(),
    source: sources[next(sources.length)],
    action: ["CreateProject", "ListThings"][next(2)],
    access: next(2) === 0 ? "read" : "write",
    errorCode: next(3) === 0 ? "AccessDenied" : null,
    project: projects[next(projects.length)],
    principal: { key: `AIDA${next(3)}`, name: `user-${next(3)}` },
  }));
}

beforeAll(async () => {
  await emptyDatabase();
  for (const seed of [1, 2, 3]) await insertEvents(someEvents(80, seed));
});

const everyFilter = [
  "",
  "from=2024-03-30T00:00:00Z&to=2024-03-31T00:00:00Z",
  "from=2024-03-30T01:30:00Z&to=2024-03-31T02:30:00Z",
  "from=2024-03-30T01:10:00Z&to=2024-03-30T01:50:00Z",
  "to=2024-03-31T23:59:59Z&outcome=failure",
  "access=write&action=Create*",
  "source=!iam.amazonaws.com&from=2024-03-30T00:00:01Z",
  "project=web&from=2024-03-30T06:00:00Z",
  "project=!web",
  "project=444455556666/eu-west-1/api&outcome=success",
  "principal=AIDA1",
  "q=1-",
];

describe.each(everyFilter)("filtered by %j", (search) => {
  it.each([1, 2, 3])("counts as listing does, as of commit %i", async (asOf) => {
    const { events } = await listEvents({ filter: filter(search), limit: 1000, asOf });
    expect(await countEvents({ filter: filter(search), asOf })).toEqual({
      events: events.length,
      failures: events.filter((event) => event.outcome === "failure").length,
      writes: events.filter((event) => event.access === "write").length,
      asOf,
    });
  });

  it.each([
    ["UTC", undefined],
    ["UTC", "1h"],
    ["UTC", "1d"],
    ["UTC", "month"],
    ["Europe/Berlin", "1d"],
    ["Europe/Berlin", "1h"],
    ["Asia/Kolkata", "1h"],
    ["America/New_York", "17m"],
  ])("sums up to the list in %s by %s, with and without groups", async (tz, interval) => {
    const { events } = await listEvents({ filter: filter(search), limit: 1000, asOf: 2, order: "asc" });
    for (const by of [undefined, "access", "source", "project"] as const) {
      const timeline = await eventTimeline({ filter: filter(search), interval, tz, by, asOf: 2 });
      const starts = [...timeline.buckets.map((bucket) => bucket.start), timeline.end ?? ""].map((start) =>
        Date.parse(start),
      );
      for (const [index, bucket] of timeline.buckets.entries()) {
        const inside = events.filter((event) => {
          const time = Date.parse(event.eventTime);
          return time >= (starts[index] ?? 0) && time < (starts[index + 1] ?? 0);
        });
        const failure = inside.filter((event) => event.outcome === "failure").length;
        expect(bucket).toMatchObject({ success: inside.length - failure, failure });
        if (!by) continue;
        const value = (event: (typeof events)[number]) =>
          ({
            access: event.access,
            source: event.eventSource,
            project: event.projectId && `${event.projectAccount}/${event.projectRegion}/${event.projectId}`,
          })[by];
        const groups = Object.groupBy(inside, (event) => value(event) ?? "");
        expect(
          Object.fromEntries(bucket.groups?.map((group) => [group.value ?? "", group.success + group.failure]) ?? []),
        ).toEqual(Object.fromEntries(Object.entries(groups).map(([name, list]) => [name, list?.length])));
      }
      expect(timeline.buckets.reduce((sum, bucket) => sum + bucket.success + bucket.failure, 0)).toBe(events.length);
      expect(timeline.groups?.reduce((sum, group) => sum + group.success + group.failure, 0)).toBe(by && events.length);
    }
  });

  it("has facets that sum up to the list", async () => {
    const { events } = await listEvents({ filter: filter(search), limit: 1000, asOf: 2 });
    const expected = (values: (string | null)[]) =>
      Object.entries(Object.groupBy(values, (value) => value ?? ""))
        .map(([value, all]) => ({ value: value || null, count: all?.length ?? 0 }))
        .toSorted(
          (a, b) => b.count - a.count || (a.value === null ? 1 : b.value === null ? -1 : a.value < b.value ? -1 : 1),
        );
    const facet = async (field: Parameters<typeof eventFacet>[0]["field"]) => {
      const { values, total } = await eventFacet({ field, filter: filter(search), asOf: 2 });
      expect(total).toBe(values.length);
      return values;
    };
    expect(await facet("action")).toEqual(expected(events.map((event) => event.eventName)));
    expect(await facet("source")).toEqual(expected(events.map((event) => event.eventSource)));
    expect(await facet("access")).toEqual(expected(events.map((event) => event.access)));
    expect(await facet("outcome")).toEqual(expected(events.map((event) => event.outcome)));
    expect(await facet("error")).toEqual(expected(events.map((event) => event.errorCode)));
    expect(await facet("project")).toEqual(
      expected(
        events.map((event) => event.projectId && `${event.projectAccount}/${event.projectRegion}/${event.projectId}`),
      ),
    );
    const principals = await facet("principal");
    expect(principals.reduce((sum, { count }) => sum + count, 0)).toBe(events.length);
    expect(principals.every(({ value, label }) => value?.startsWith("AIDA") && label?.startsWith("user-"))).toBe(true);
  });
});

describe("eventTimeline", () => {
  it("includes empty buckets and starts them by the zone's clocks", async () => {
    const timeline = await eventTimeline({ filter: filter("q=1-0"), interval: "6h", tz: "Europe/Berlin" });
    expect(timeline.buckets[0]?.start).toMatch(/T(00|06|12|18):00:00\+0[12]:00$/);
    expect(timeline.interval).toBe("6h");
  });

  it("is empty where nothing matches", async () => {
    expect(await eventTimeline({ filter: filter("action=Nothing"), by: "access" })).toEqual({
      interval: "1s",
      tz: "UTC",
      buckets: [],
      end: null,
      asOf: 3,
      groups: [],
      groupsTotal: 0,
    });
  });

  it("names the finest interval allowed, and what else it can't do", async () => {
    await expect(eventTimeline({ filter: ALL_EVENTS, interval: "1s" })).rejects.toThrow(
      "interval 1s would give more than 10,000 buckets; the finest allowed here is 30s",
    );
    await expect(eventTimeline({ filter: ALL_EVENTS, interval: "0h" })).rejects.toThrow(
      /interval must be a whole number/,
    );
    await expect(eventTimeline({ filter: ALL_EVENTS, tz: "Mars/Olympus" })).rejects.toThrow(/tz must be/);
  });
});

describe("countEvents", () => {
  it("counts what is newer than a commit", async () => {
    expect((await countEvents({ filter: ALL_EVENTS, newerThan: 1 })).events).toBe(160);
    expect((await countEvents({ filter: ALL_EVENTS, newerThan: 1, asOf: 2 })).events).toBe(80);
  });
});

describe("eventFacet", () => {
  it("says how many values there are when it is cut", async () => {
    const { values, total } = await eventFacet({ field: "principal", filter: ALL_EVENTS, limit: 2 });
    expect([values.length, total]).toEqual([2, 3]);
  });
});

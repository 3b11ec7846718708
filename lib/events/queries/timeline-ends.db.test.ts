import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { type EventFilter, parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { countEvents } from "./count-events.ts";
import { eventFacet } from "./event-facet.ts";
import { eventTimeline } from "./event-timeline.ts";

const FIRST = "0001-01-01T00:00:00Z";
const LAST = "9999-12-31T23:59:59.999Z";
const filter = (search: string): EventFilter => parseEventFilter(new URLSearchParams(search)).filter;

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    { eventTime: FIRST, action: "First" },
    { eventTime: "2024-05-01T10:00:00Z", action: "Middle" },
    { eventTime: LAST, action: "Last" },
  ]);
});

describe("eventTimeline at the ends of what a time can be", () => {
  it.each(
    ["action=First", "action=Last", ""].flatMap((search) =>
      ["UTC", "-11:00", "+14:00"].flatMap((tz) =>
        [undefined, "1h", "month", "520w", "5200w"].map((interval) => ({
          search,
          tz,
          interval,
        })),
      ),
    ),
  )("counts all events of '$search' in $tz by $interval", async ({ search, tz, interval }) => {
    const asked = eventTimeline({ filter: filter(search), tz, interval });
    if (search === "" && (interval === "month" || interval === "1h")) {
      await expect(asked).rejects.toThrow("the finest allowed here is 520w");
      return;
    }
    const { buckets, end } = await asked;
    const { events } = await countEvents({ filter: filter(search) });
    expect(buckets.reduce((sum, bucket) => sum + bucket.success, 0)).toBe(events);
    const edges = [...buckets.map((bucket) => bucket.start), end ?? ""];
    // A bucket's edges are what its link filters by.
    for (const edge of [edges[0], edges.at(-1)])
      expect(parseEventFilter(new URLSearchParams({ from: edge ?? "" })).problems).toEqual([]);
    const times = edges.map((edge) => Date.parse(edge));
    expect(times[0]).toBeGreaterThanOrEqual(tz === "UTC" ? Date.parse(FIRST) : Date.parse("0000-12-31T00:00:00Z"));
    expect(times.at(-1)).toBeLessThanOrEqual(Date.parse(LAST));
  });
});

describe("a `from` in the last hour there is", () => {
  it.each(["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59Z", "9999-12-31T00:00:01Z"])("counts %s", async (from) => {
    expect((await countEvents({ filter: filter(`from=${from}`) })).events).toBe(1);
    expect(await eventTimeline({ filter: filter(`from=${from}`), interval: "1d" })).toMatchObject({
      buckets: [{ success: 1 }],
    });
    for (const field of ["action", "project", "outcome"] as const)
      expect((await eventFacet({ field, filter: filter(`from=${from}`) })).total).toBe(1);
  });
});

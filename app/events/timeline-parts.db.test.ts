import { beforeAll, describe, expect, it } from "vitest";
import { parseEventFilter } from "#lib/events/filter.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { insertCrowdedEvents } from "#lib/events/testing/insert-crowded-events.ts";
import { timelineStack } from "#lib/events/timeline-stack.ts";
import { partFilter, seriesFilter, withoutSeries } from "#components/timeline/part-filter.ts";
import { bucketCount } from "#components/timeline/plot-scale.ts";

const now = new Date("2024-04-02T00:30:00Z");

beforeAll(insertCrowdedEvents);

const filters = [
  "",
  "from=2024-03-30T05:20:00Z&to=2024-03-31T12:34:56Z",
  "from=-2d&access=read",
  "project=project-1&project=project-2",
  "project=!project-9&outcome=failure",
  "from=2024-05-01&to=2024-05-03",
];
const groupings = [undefined, "access", "source", "project"] as const;
const cases = filters.flatMap((search) => groupings.map((by) => ({ search, by })));

describe.each(cases)("the timeline of '$search' by $by", ({ search, by }) => {
  const { filter } = parseEventFilter(new URLSearchParams(search));
  const counted = async () => {
    const timeline = await eventTimeline({ filter, now, tz: "Europe/Berlin", isWholeRange: true, ...(by && { by }) });
    return timelineStack(timeline, { filter, now, ...(by && { by }) });
  };
  const count = async (of: typeof filter) => (await countEvents({ filter: of, now })).events;

  it("sums up to what the list counts, in its legend and in its bars", async () => {
    const stack = await counted();
    const events = await count(filter);
    expect(stack.series.reduce((sum, series) => sum + series.count, 0)).toBe(events);
    expect(stack.starts.reduce((sum, _, index) => sum + bucketCount(stack, index), 0)).toBe(events);
  });

  it("leads from every part to exactly the events that it counts", async () => {
    const stack = await counted();
    for (const [series, { count: events }] of stack.series.entries()) {
      if (events === 0) continue;
      expect(await count(seriesFilter(stack, filter, series))).toBe(events);
    }
    // The first and last buckets may be cut; one in the middle stands for the rest.
    const last = stack.starts.length - 1;
    for (const index of new Set([0, Math.floor(last / 2), last])) {
      for (const series of [null, ...stack.series.keys()]) {
        const events = series === null ? bucketCount(stack, index) : stack.counts[index]?.[series];
        // What isn't there leads nowhere: it may be what the filter leaves out.
        if (events === 0) continue;
        expect(await count(partFilter(stack, filter, { first: index, last: index, series }))).toBe(events);
      }
    }
  });

  it("leaves out one part and keeps the others", async () => {
    const stack = await counted();
    const events = await count(filter);
    // What is asked for by name and then excluded leaves all that wasn't asked for.
    if (by !== undefined && search.includes(`${by}=`) && !search.includes("!")) return;
    if (by === undefined && search.includes("outcome=")) return;
    for (const [series, { count: without }] of stack.series.entries()) {
      const others = withoutSeries(stack, filter, series);
      // Some values or none at all is what no filter says.
      if (others === null) expect(stack.series.map(({ value }) => value)).toContain(null);
      else expect(await count(others)).toBe(events - without);
    }
  });
});

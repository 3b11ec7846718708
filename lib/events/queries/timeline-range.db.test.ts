import { beforeAll, describe, expect, it } from "vitest";
import { parseEventFilter } from "#lib/events/filter.ts";
import { insertCrowdedEvents } from "#lib/events/testing/insert-crowded-events.ts";
import { eventTimeline } from "./event-timeline.ts";

const now = new Date("2024-04-02T00:30:00Z");

beforeAll(insertCrowdedEvents);

describe("the axis", () => {
  const axis = async (search: string) => {
    const { filter } = parseEventFilter(new URLSearchParams(search));
    const { buckets, end, interval } = await eventTimeline({ filter, now, isWholeRange: true });
    return [buckets[0]?.start, end, interval];
  };
  it.each([
    ["from=2024-03-01&to=2024-05-01", "2024-03-01T00:00:00Z", "2024-05-01T00:00:00Z", "12h"],
    ["from=2024-03-30T05:20:00Z&to=2024-03-30T06:00:00Z", "2024-03-30T05:20:00Z", "2024-03-30T06:00:00Z", "30s"],
    ["from=-7d", "2024-03-26T00:00:00Z", "2024-04-02T03:00:00Z", "3h"],
    ["from=2025-01-01&to=2025-01-02", "2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z", "15m"],
    ["from=2025-01-01", undefined, null, "1s"],
    ["from=2024-04-01&to=2024-03-01", undefined, null, "1s"],
  ])("of %s reaches from bound to bound", async (search, start, end, interval) => {
    expect(await axis(search)).toEqual([start, end, interval]);
  });
});

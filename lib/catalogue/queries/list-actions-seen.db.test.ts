import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { listActionsSeen } from "./list-actions-seen.ts";

const CONNECTIONS = "codeconnections.amazonaws.com";

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    { eventId: "1", eventTime: "2024-01-01T00:00:00Z", action: "MakeItRain", summary: "alice called MakeItRain" },
    { eventId: "3", eventTime: "2024-01-03T00:00:00.5Z", action: "MakeItRain", errorCode: "AccessDenied" },
    { eventId: "2", eventTime: "2024-01-03T00:00:00Z", action: "MakeItRain" },
    { eventId: "4", eventTime: "2024-01-02T00:00:00Z", action: "CreateProject" },
    { eventId: "5", eventTime: "2024-01-02T00:00:00Z", source: "codestar.amazonaws.com.cn", action: "CreateProject" },
    // Known of another source only.
    { eventId: "6", eventTime: "2024-01-04T00:00:00Z", source: CONNECTIONS, action: "CreateProject" },
    { eventId: "7", eventTime: "2024-01-05T00:00:00Z", source: "iam.amazonaws.com", action: "AttachUserPolicy" },
    { eventId: "8", eventTime: "2024-01-05T00:00:00Z", source: "events.amazonaws.com", action: "Subscribe" },
    { eventId: "9", eventTime: "2024-01-05T00:00:00Z", source: "events.amazonaws.com", action: "PutRule" },
  ]);
  await insertEvents([
    { eventId: "10", eventTime: "2023-01-01T00:00:00Z", action: "MakeItRain" },
    { eventId: "11", eventTime: "2024-02-01T00:00:00Z", action: "Later" },
    // Another service's of the same name, kept for a mark alone.
    {
      eventId: "12",
      eventTime: "2024-03-01T00:00:00Z",
      source: "events.amazonaws.com",
      action: "Subscribe",
      isRelated: true,
    },
  ]);
});

describe("listActionsSeen", () => {
  it("tells the actions beyond the catalogue, of the family alone, latest first", async () => {
    const { unknown } = await listActionsSeen({ asOf: 1 });
    expect(unknown).toEqual({
      total: 2,
      items: [
        {
          eventSource: CONNECTIONS,
          eventName: "CreateProject",
          events: 1,
          failures: 0,
          firstSeen: "2024-01-04T00:00:00Z",
          lastSeen: "2024-01-04T00:00:00Z",
          lastEventId: "6",
          lastSummary: "alice did something",
        },
        {
          eventSource: "codestar.amazonaws.com",
          eventName: "MakeItRain",
          events: 3,
          failures: 1,
          firstSeen: "2024-01-01T00:00:00Z",
          lastSeen: "2024-01-03T00:00:00.5Z",
          lastEventId: "3",
          lastSummary: "alice did something",
        },
      ],
    });
  });

  it("counts the known ones, in China too", async () => {
    const { known } = await listActionsSeen();
    expect(known.map(({ eventSource, eventName, events }) => [eventSource, eventName, events])).toEqual([
      ["codestar.amazonaws.com", "CreateProject", 1],
      ["codestar.amazonaws.com.cn", "CreateProject", 1],
      ["events.amazonaws.com", "Subscribe", 1],
    ]);
    expect(known.at(-1)).toMatchObject({ lastEventId: "8" });
    expect((await listActionsSeen({ asOf: 1 })).known).toHaveLength(3);
  });

  it("answers as of a commit", async () => {
    expect(await listActionsSeen({ asOf: 0 })).toEqual({ asOf: 0, known: [], unknown: { items: [], total: 0 } });
    const { unknown } = await listActionsSeen();
    expect(unknown.items.map(({ eventName, events, firstSeen }) => [eventName, events, firstSeen])).toEqual([
      ["Later", 1, "2024-02-01T00:00:00Z"],
      ["CreateProject", 1, "2024-01-04T00:00:00Z"],
      ["MakeItRain", 4, "2023-01-01T00:00:00Z"],
    ]);
  });
});

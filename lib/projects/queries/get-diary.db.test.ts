import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { getDiary } from "./get-diary.ts";

const place = { account: "111122223333", region: "eu-west-1", id: "web" };
const bob = { key: "AIDABOB", name: "bob" };
const event = (eventTime: string, rest: TestEvent = {}): TestEvent => ({
  eventId: `at ${eventTime}`,
  eventTime,
  project: "111122223333/eu-west-1/web",
  action: "TagProject",
  summary: "alice tagged web",
  ...rest,
});
const read: TestEvent = { action: "DescribeProject", access: "read", summary: "bob viewed web", principal: bob };

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([
    event("2024-03-01T09:00:00Z"),
    event("2024-03-01T09:01:00Z"),
    event("2024-03-01T09:02:00Z", { action: "UntagProject", summary: "alice untagged web" }),
    // Of another: it doesn't break alice's run.
    event("2024-03-01T09:03:00Z", { principal: bob, summary: "bob tried to tag web", errorCode: "AccessDenied" }),
    event("2024-03-01T09:04:00Z"),
    event("2024-03-01T10:00:00Z", read),
    event("2024-03-01T10:01:00Z", { ...read, errorCode: "AccessDenied" }),
    // The last hour of the day in UTC, the next day in Berlin.
    event("2024-03-02T23:30:00Z", read),
    event("2024-02-01T00:00:00Z"),
    event("2024-03-02T12:00:00Z", { project: "111122223333/eu-west-1/other" }),
  ]);
});

describe("getDiary", () => {
  it("has a line for each run of a sentence, per day and person", async () => {
    const diary = await getDiary(place);
    expect(diary?.days.map(({ day }) => day)).toEqual(["2024-03-02", "2024-03-01", "2024-02-01"]);
    expect(diary).toMatchObject({ next: null, isCut: false });
    expect(diary?.days[1]).toMatchObject({
      starts: "2024-03-01T00:00:00.000Z",
      ends: "2024-03-02T00:00:00.000Z",
      people: [
        {
          name: "alice",
          reads: 0,
          lines: [
            { summary: "alice tagged web", events: 2, eventId: "at 2024-03-01T09:00:00Z", to: "2024-03-01T09:01:00Z" },
            { summary: "alice untagged web", events: 1, outcome: "success" },
            { summary: "alice tagged web", events: 1, eventName: "TagProject" },
          ],
        },
        { name: "bob", key: "AIDABOB", reads: 2, readFailures: 1, lines: [{ outcome: "failure", events: 1 }] },
      ],
    });
    expect(diary?.days[0]?.people).toMatchObject([{ name: "bob", lines: [], reads: 1 }]);
  });

  it("divides time by the zone's calendar, and goes on before a day", async () => {
    const days = async (options: { tz?: string; before?: string }) =>
      (await getDiary({ ...place, ...options }))?.days.map(({ day }) => day);
    expect(await days({ tz: "Europe/Berlin" })).toEqual(["2024-03-03", "2024-03-01", "2024-02-01"]);
    expect(await days({ tz: "Europe/Berlin", before: "2024-03-03" })).toEqual(["2024-03-01", "2024-02-01"]);
    expect(await days({ before: "2024-03-01" })).toEqual(["2024-02-01"]);
    expect(await days({ before: "2024-02-01" })).toEqual([]);
  });

  it("holds thirty days, and says where the next ones begin", async () => {
    await insertEvents(
      Array.from({ length: 40 }, (_, index) => ({
        ...event(new Date(Date.UTC(2023, 0, 1 + index, 12)).toISOString()),
        project: "111122223333/eu-west-1/long",
      })),
    );
    const first = await getDiary({ ...place, id: "long" });
    expect([first?.days.length, first?.next]).toEqual([30, first?.days.at(-1)?.day]);
    const second = await getDiary({ ...place, id: "long", before: first?.next ?? "" });
    expect([second?.days.length, second?.days[0]?.day, second?.next]).toEqual([10, "2023-01-10", null]);
  });

  it("knows no project that no event names", async () => {
    expect(await getDiary({ ...place, id: "none" })).toBeNull();
  });
});

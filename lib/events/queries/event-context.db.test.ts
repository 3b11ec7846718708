import { beforeAll, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { comparableEvents } from "./comparable-events.ts";
import { getEventContext } from "./get-event-context.ts";
import { getOpenEvent } from "./get-open-event.ts";

const at = (minutes: number, seconds = 0) =>
  new Date(Date.UTC(2024, 0, 1, 12, minutes, seconds)).toISOString().replace(".000", "");
const bob = { key: "AIDABOB", name: "bob" };
const web = "111122223333/eu-west-1/web";
let first: number;

beforeAll(async () => {
  await emptyDatabase();
  first = await insertEvents([
    { eventId: "too-early", eventTime: at(-16) },
    { eventId: "just-in", eventTime: at(-15) },
    { eventId: "before-b", eventTime: at(0), action: "DeleteProject" },
    { eventId: "centre", eventTime: at(0), project: web },
    { eventId: "later-c", eventTime: at(0) },
    { eventId: "of-bob", eventTime: at(0, 1), principal: bob, project: web },
    { eventId: "of-iam", eventTime: at(1), isRelated: true, source: "iam.amazonaws.com" },
    { eventId: "last-in", eventTime: at(14, 59) },
    { eventId: "just-out", eventTime: at(15) },
    { eventId: "bobs-first", eventTime: at(-40), principal: bob, project: web },
  ]);
  await insertEvents([{ eventId: "later-known", eventTime: at(2) }]);
});

describe("getEventContext", () => {
  const ids = async (...args: Parameters<typeof getEventContext>) =>
    (await getEventContext(...args))?.events.map((event) => event.eventId);

  it("is what the same principal did within the minutes on either side, oldest first", async () => {
    expect(await getEventContext("centre")).toMatchObject({ moreBefore: 0, moreAfter: 0, from: at(-15), to: at(15) });
    expect(await ids("centre")).toEqual(["just-in", "before-b", "centre", "later-c", "later-known", "last-in"]);
    expect(await ids("centre", { asOf: first })).not.toContain("later-known");
    expect(await ids("of-bob")).toEqual(["of-bob"]);
  });

  it("has other services' records only around one of them", async () => {
    expect(await ids("of-iam")).toContain("later-c");
    expect(await ids("of-iam")).toContain("of-iam");
  });

  it("has the nearest where there are too many, and says how many more", async () => {
    expect(await ids("centre", { limit: 1 })).toEqual(["before-b", "centre", "later-c"]);
    expect(await getEventContext("centre", { limit: 1 })).toMatchObject({ moreBefore: 1, moreAfter: 2 });
  });

  it.each(["nobody", "", "\0", "\ud800"])("knows nothing around %j", async (unknown) => {
    expect(await getEventContext(unknown)).toBeNull();
    expect(await comparableEvents(unknown)).toBeNull();
    expect(await getOpenEvent(unknown)).toBeNull();
  });
});

describe("comparableEvents", () => {
  const found = async (...args: Parameters<typeof comparableEvents>) =>
    Object.fromEntries((await comparableEvents(...args))?.map(({ is, event }) => [is, event.eventId]) ?? []);

  it("is the same action of the same principal before and after, and on the same project", async () => {
    expect(await found("centre")).toEqual({
      previous: "just-in",
      next: "later-c",
      "previous-on-project": "bobs-first",
    });
    expect(await found("before-b")).toEqual({});
    expect(await found("last-in")).toEqual({ previous: "later-known", next: "just-out" });
    expect(await found("last-in", { asOf: first })).toEqual({ previous: "later-c", next: "just-out" });
  });

  it("names one event once", async () => {
    expect(await found("of-bob")).toEqual({ previous: "bobs-first", "previous-on-project": "centre" });
  });
});

describe("getOpenEvent", () => {
  it("is the event with the person behind it and what others tell", async () => {
    expect(await getOpenEvent("centre")).toMatchObject({
      event: { eventId: "centre" },
      person: { person: "alice", rule: "iam-user" },
      former: { data: null },
      causes: { data: { cause: null, consequences: [], isUncaused: false } },
    });
  });
});

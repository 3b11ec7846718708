import { describe, expect, it } from "vitest";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { findInOrders } from "#lib/findings/testing/find-in-orders.ts";

const web = "111122223333/eu-west-1/web";
const bob = { key: "AIDABOB", name: "bob" };
const codepipeline = { key: "service:codepipeline", type: "AWSService", name: "codepipeline" };
const at = (time: string) => `2024-01-${time}Z`;
const keys = (found: { key: string }[]) => found.map(({ key }) => key);

describe("first-on-project", () => {
  it("is each principal's first call on each project, failed or not", async () => {
    const events: TestEvent[] = [
      { eventId: "made", eventTime: at("01T00:00:00"), project: web },
      { eventId: "again", eventTime: at("02T00:00:00"), project: web, action: "TagProject" },
      { eventId: "refused", eventTime: at("03T00:00:00"), project: web, principal: bob, errorCode: "AccessDenied" },
      { eventId: "let in", eventTime: at("03T00:00:01"), project: web, principal: bob, access: "read" },
      { eventId: "service", eventTime: at("04T00:00:00"), project: web, principal: codepipeline },
      { eventId: "related", eventTime: at("02T00:00:00"), project: web, principal: { key: "x" }, isRelated: true },
      { eventId: "none", eventTime: at("05T00:00:00"), principal: bob },
    ];
    expect(await findInOrders("first-on-project", events)).toEqual([
      {
        key: "refused",
        reason:
          "bob acted on web for the first time, and failed (AccessDenied); 2 calls on it in all, 1 write among them.",
        events: ["refused", "let in"],
        total: 2,
      },
    ]);
  });

  it("includes a creator whose first call was another", async () => {
    const events: TestEvent[] = [
      { eventId: "tried", eventTime: at("01T00:00:00"), project: web, errorCode: "LimitExceededException" },
      { eventId: "made", eventTime: at("02T00:00:00"), project: web },
    ];
    expect(keys(await findInOrders("first-on-project", events))).toEqual(["tried"]);
  });
});

describe("new-network and new-address", () => {
  const from = (eventId: string, day: string, sourceIp: string, sourceNetwork: string | null): TestEvent => ({
    eventId,
    eventTime: at(`${day}T00:00:00`),
    sourceIp,
    sourceNetwork,
  });
  const events = [
    from("1", "01", "192.0.2.1", "192.0.2.0/24"),
    from("2", "02", "192.0.2.1", "192.0.2.0/24"),
    from("service", "02", "codestar.amazonaws.com", null),
    from("3", "03", "198.51.100.7", "198.51.100.0/24"),
    from("4", "04", "198.51.100.8", "198.51.100.0/24"),
    from("5", "05", "192.0.2.1", "192.0.2.0/24"),
    { ...from("other", "06", "203.0.113.5", "203.0.113.0/24"), principal: bob },
    { ...from("acting", "06", "203.0.113.5", "203.0.113.0/24"), principal: codepipeline },
  ];

  it("are told apart by whether the network was known", async () => {
    expect(await findInOrders("new-network", events, { knownCalls: 2 })).toEqual([
      {
        key: "3",
        reason:
          "alice called from 198.51.100.0/24 for the first time, by 198.51.100.7, after 2 calls from 1 other network.",
        events: ["3", "4"],
        total: 2,
      },
    ]);
    expect(await findInOrders("new-address", events, { knownCalls: 2 })).toEqual([
      {
        key: "4",
        reason:
          "alice called from 198.51.100.8 for the first time, after 3 calls; of 198.51.100.0/24 1 address was known.",
        events: ["4"],
        total: 1,
      },
    ]);
  });

  it("need enough calls before", async () => {
    expect(await findInOrders("new-network", events, { knownCalls: 3 })).toEqual([]);
    expect(keys(await findInOrders("new-address", events, { knownCalls: 3 }))).toEqual(["4"]);
    expect(await findInOrders("new-address", events, { knownCalls: 4 })).toEqual([]);
  });
});

describe("unusual-hour", () => {
  /** Twenty look-ups at nine o'clock, one at three, and then two writes at three. */
  const events: TestEvent[] = [
    ...Array.from({ length: 20 }, (_, index) => ({
      eventTime: at(`0${1 + (index % 9)}T09:${10 + index}:00`),
      access: "read" as const,
    })),
    { eventTime: at("01T03:00:00"), access: "read" },
    { eventId: "write", eventTime: at("10T03:00:00") },
    { eventId: "another", eventTime: at("10T03:59:59"), errorCode: "AccessDenied" },
    { eventId: "usual", eventTime: at("10T09:00:00") },
  ];

  it("is a write at an hour with less than a share of the calls before", async () => {
    expect(await findInOrders("unusual-hour", events, { hourShare: 5, hourCalls: 21 })).toEqual([
      {
        key: "write",
        reason:
          "2 writes by alice on 2024-01-10 between 03:00 and 03:59 UTC; of 21 calls before, 1 (4.76 %) fell into that hour of the day.",
        events: ["write", "another"],
        total: 2,
      },
    ]);
  });

  it("needs the share to be smaller and enough calls to be known", async () => {
    expect(await findInOrders("unusual-hour", events, { hourShare: 4, hourCalls: 21 })).toEqual([]);
    expect(await findInOrders("unusual-hour", events, { hourShare: 5, hourCalls: 22 })).toEqual([]);
  });
});

describe("without-mfa", () => {
  const root = { key: "root", type: "Root", name: "root" };
  const events: TestEvent[] = [
    { eventId: "1", eventTime: at("01T00:00:00"), mfa: false, project: web },
    { eventId: "2", eventTime: at("01T23:59:59"), mfa: false, project: web, errorCode: "AccessDenied" },
    { eventId: "next day", eventTime: at("02T00:00:00"), mfa: false, project: web },
    { eventId: "root", eventTime: at("03T00:00:00"), mfa: true, principal: root },
    { eventId: "look-up", eventTime: at("04T00:00:00"), mfa: false, access: "read" },
    { eventId: "says nothing", eventTime: at("04T00:00:00"), mfa: null },
    { eventId: "with", eventTime: at("04T00:00:00"), mfa: true },
  ];

  it("is a day's writes on a project, by root or in sessions that say no MFA", async () => {
    expect(await findInOrders("without-mfa", events)).toEqual([
      { key: "root", reason: "root made 1 write on 2024-01-03 as root, with MFA.", events: ["root"], total: 1 },
      expect.objectContaining({ key: "next day" }),
      {
        key: "1",
        reason: "alice made 2 writes on web on 2024-01-01 in sessions without MFA.",
        events: ["1", "2"],
        total: 2,
      },
    ]);
    expect(keys(await findInOrders("without-mfa", events, { leastWrites: 2 }))).toEqual(["1"]);
  });
});

describe("denied-burst", () => {
  const refused = (eventId: string, time: string, errorCode = "AccessDeniedException"): TestEvent => ({
    eventId,
    eventTime: at(`01T${time}`),
    errorCode,
  });

  it("joins overlapping windows, and parts those that don't", async () => {
    const events = [
      refused("1", "00:00:00"),
      refused("2", "00:02:00"),
      refused("3", "00:05:00"),
      refused("4", "00:09:00"),
      refused("throttled", "00:09:30", "ThrottlingException"),
      // Three of their own right after: no window reaches over from the others.
      refused("5", "00:11:00", "AccessDenied"),
      refused("6", "00:15:00"),
      refused("7", "00:16:00"),
      refused("alone", "05:00:00"),
    ];
    const found = await findInOrders("denied-burst", events, { denied: 3, deniedMinutes: 5 });
    expect(found.map(({ key, events: ids }) => [key, ...ids])).toEqual([
      ["5", "5", "6", "7"],
      ["1", "1", "2", "3"],
    ]);
    expect(found[1]?.reason).toBe("3 calls by alice refused within 5 min: 1 action.");
  });

  it("needs n within t, and one second more is too late", async () => {
    const events = [refused("1", "00:00:00"), refused("2", "00:02:00"), refused("3", "00:05:01")];
    expect(await findInOrders("denied-burst", events, { denied: 3, deniedMinutes: 5 })).toEqual([]);
    expect(await findInOrders("denied-burst", events, { denied: 4, deniedMinutes: 60 })).toEqual([]);
    expect(keys(await findInOrders("denied-burst", events, { denied: 3, deniedMinutes: 6 }))).toEqual(["1"]);
  });
});

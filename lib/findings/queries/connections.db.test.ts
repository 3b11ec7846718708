import { describe, expect, it } from "vitest";
import type { TestEvent } from "#lib/events/testing/test-event.ts";
import { findInOrders } from "#lib/findings/testing/find-in-orders.ts";

const end = (eventTime: string): TestEvent => ({ eventId: "end", eventTime, action: "ListProjects", access: "read" });

describe("unused-connection", () => {
  const arn = "arn:aws:codeconnections:eu-west-1:111122223333:connection/1";
  const call = (eventId: string, eventTime: string, action: string, more: TestEvent = {}): TestEvent => ({
    eventId,
    eventTime,
    action,
    source: "codeconnections.amazonaws.com",
    resourceKeys: [arn],
    ...more,
  });
  const events = [
    call("made", "2024-01-01T00:00:00Z", "CreateConnection"),
    call("used", "2024-01-02T00:00:00Z", "UseConnection"),
    call("seen", "2024-03-01T00:00:00Z", "GetConnection", { access: "read" }),
    call("failed", "2024-03-01T00:00:00Z", "UseConnection", { errorCode: "AccessDenied" }),
    call("host", "2024-01-01T00:00:00Z", "CreateHost", {
      resourceKeys: [arn.replace("connection/", "host/")],
    }),
    end("2024-04-01T00:00:00Z"),
  ];

  it("is a connection that only look-ups name for long", async () => {
    expect(await findInOrders("unused-connection", events)).toEqual([
      {
        key: arn,
        reason:
          "eu-west-1:111122223333:connection/1 was not used for 90 days up to the end of the data; last by UseConnection on 2024-01-02 00:00 UTC.",
        events: ["made", "used"],
        total: 2,
      },
    ]);
    expect(await findInOrders("unused-connection", events, { unusedDays: 91 })).toEqual([]);
  });

  it("is none whose token was handed out", async () => {
    const token = call("token", "2024-03-30T00:00:00Z", "GetConnectionToken", { access: "read" });
    expect(await findInOrders("unused-connection", [...events, token])).toEqual([]);
  });

  it("is none that another service was given, though its records count nowhere else", async () => {
    const source = "codepipeline.amazonaws.com";
    const given = call("given", "2024-03-30T00:00:00Z", "UpdatePipeline", { source, isRelated: true });
    expect(await findInOrders("unused-connection", [...events, given])).toEqual([]);
  });

  it("is none that was deleted", async () => {
    const deleted = call("deleted", "2024-01-03T00:00:00Z", "DeleteConnection");
    expect(await findInOrders("unused-connection", [...events, deleted], { unusedDays: 1 })).toEqual([]);
  });
});

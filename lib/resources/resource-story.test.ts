import { describe, expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { recordOf } from "#lib/codestar/testing/derived.ts";
import { resourceStory, type StoryEvent } from "./resource-story.ts";

const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const KEY = at("codeconnections", "connection/c");

/** An event of a day of January. */
function told(day: number, eventName: string, request: unknown, responseElements: unknown = null): StoryEvent {
  return {
    eventId: String(day),
    eventTime: `2024-01-${String(day).padStart(2, "0")}T00:00:00Z`,
    principalName: "ines",
    record: parseEventRecord(recordOf(eventName, request, { responseElements }))!,
  };
}
const days = (spans: { name: string; detail: string | null; since: unknown; until: unknown }[]) =>
  spans.map(({ name, detail, since, until }) => [name, detail, dayOf(since), dayOf(until)]);
const dayOf = (by: unknown) => (by === null ? null : Number((by as { eventId: string }).eventId));

describe("tags", () => {
  const events = [
    told(1, "CreateConnection", { tags: [{ key: "team", value: "shop" }] }),
    told(2, "TagResource", { tags: [{ key: "team", value: "docs" }, { key: "cost" }] }),
    told(3, "TagResource", { tags: { stage: "prod", team: "docs" } }),
    told(4, "UntagResource", { tagKeys: ["team", "older"] }),
    told(5, "TagResource", { tags: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
  ];

  test("of lists and maps, each with its beginning and its end", () => {
    expect(days(resourceStory(KEY, events).tags)).toEqual([
      ["team", "shop", 1, 2],
      ["team", "docs", 2, 4],
      ["cost", null, 2, null],
      ["stage", "prod", 3, null],
      ["older", null, null, 4],
    ]);
  });

  test("are the same whatever order the events come in", () => {
    expect(resourceStory(KEY, events.toReversed())).toEqual(resourceStory(KEY, events));
  });
});

test("targets: an update lists all, a subscription adds one, a deleted target is gone", () => {
  const target = (targetAddress: string, targetType = "SNS") => ({ targetAddress, targetType });
  const events = [
    told(1, "CreateNotificationRule", { targets: [target("a"), target("b")] }),
    told(2, "Subscribe", { target: target("chat", "AWSChatbotSlack") }),
    told(3, "UpdateNotificationRule", { status: "DISABLED" }),
    told(4, "UpdateNotificationRule", { targets: [target("a"), target("chat", "AWSChatbotSlack")] }),
    told(5, "Unsubscribe", { targetAddress: "chat" }),
    told(6, "DeleteTarget", { targetAddress: "a", forceUnsubscribeAll: true }),
    told(7, "DeleteTarget", { targetAddress: "somebody else's" }),
  ];
  expect(days(resourceStory("", events).targets)).toEqual([
    ["a", "SNS", 1, 6],
    ["b", "SNS", 1, 4],
    ["chat", "AWSChatbotSlack", 2, 5],
  ]);
  expect(
    days(resourceStory("", [told(1, "Subscribe", { rule: "r", targets: [{ arn: "arn:t", id: "t" }] })]).targets),
  ).toEqual([["arn:t", null, 1, null]]);
});

test("syncs: a removal that names a stack alone ends what is known", () => {
  const events = [
    told(1, "CreateSyncConfiguration", { resourceName: "site", branch: "main" }),
    told(2, "UpdateSyncConfiguration", { resourceName: "site" }, { syncConfiguration: { branch: "next" } }),
    told(3, "DeleteSyncConfiguration", { resourceName: "site" }),
    told(4, "DeleteSyncConfiguration", { resourceName: "another" }),
  ];
  expect(days(resourceStory("", events).syncs)).toEqual([
    ["site", "main", 1, 2],
    ["site", "next", 2, 3],
  ]);
});

test("both spellings that records have of it are known, and no others", () => {
  const old = at("codestar-connections", "connection/c");
  expect(
    resourceStory(KEY, [
      told(1, "TagResource", { resourceArn: old }),
      told(2, "GetConnection", { connectionArn: KEY, other: at("codeconnections", "connection/d") }),
    ]).spellings,
  ).toEqual([old, KEY]);
});

test("hostile records tell little, and never throw", () => {
  const request = { tags: [null, 7, { key: 1 }, { key: "k".repeat(9999) }], targets: [null], resourceName: {} };
  const events = ["CreateNotificationRule", "TagResource", "UntagResource", "Subscribe", "CreateSyncConfiguration"];
  const story = resourceStory(
    KEY,
    events.flatMap((name, index) => [told(index + 1, name, request), told(index + 1, name, null)]),
  );
  expect(story.tags.map(({ name }) => name.length)).toEqual([128]);
  expect(story).toMatchObject({ targets: [], syncs: [] });
});

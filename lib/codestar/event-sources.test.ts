import { describe, expect, test } from "vitest";
import { FAMILY_SOURCES, isFamilyRecord, keepRules } from "./event-sources.ts";

const NOTIFICATIONS = "codestar-notifications.amazonaws.com";
const eventRule = { eventSource: "events.amazonaws.com", eventName: "CreateNotificationRule" };

describe("the family", () => {
  test.each([...FAMILY_SOURCES, "codestar-connections.amazonaws.com.cn"])("%s", (eventSource) => {
    expect(isFamilyRecord({ eventSource, eventName: "Anything" })).toBe(true);
  });

  test("has notification rules under EventBridge, and nothing else there", () => {
    expect(isFamilyRecord({ ...eventRule, sourceIPAddress: NOTIFICATIONS })).toBe(true);
    expect(isFamilyRecord({ ...eventRule, eventName: "Subscribe", userAgent: NOTIFICATIONS })).toBe(true);
    expect(isFamilyRecord({ ...eventRule, sourceIPAddress: "192.0.2.1", userAgent: "aws-cli" })).toBe(false);
    expect(isFamilyRecord({ ...eventRule, eventName: "PutRule", sourceIPAddress: NOTIFICATIONS })).toBe(false);
  });

  test.each([
    undefined,
    "",
    "codestar",
    "codebuild.amazonaws.com",
    "xcodestar.amazonaws.com",
    "codestar.amazonaws.com.evil",
  ])("not %s", (eventSource) => expect(isFamilyRecord({ eventSource, eventName: "CreateProject" })).toBe(false));
});

describe("EVENT_SOURCES", () => {
  const family = { eventSource: "codestar.amazonaws.com" };
  const iam = { eventSource: "iam.amazonaws.com" };

  test("unset keeps the family alone", () => {
    expect(keepRules("").keeps(family)).toBe(true);
    expect(keepRules("").keeps(iam)).toBe(false);
    expect(keepRules("").keeps({})).toBe(false);
  });

  test("adds others to the family", () => {
    const rules = keepRules(" iam.amazonaws.com, sts.amazonaws.com ,");
    expect([family, iam, { eventSource: "s3.amazonaws.com" }].map((record) => rules.keeps(record))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("all keeps everything, even what has no source", () => {
    for (const text of ["all", " ALL ", "iam.amazonaws.com,all"]) expect(keepRules(text).keeps({})).toBe(true);
  });

  test("the fingerprint differs exactly when the rules do", () => {
    const same = [
      "b.amazonaws.com,a.amazonaws.com",
      " a.amazonaws.com , b.amazonaws.com,a.amazonaws.com",
      "a.amazonaws.com b.amazonaws.com,codestar.amazonaws.com",
    ];
    expect(new Set(same.map((text) => keepRules(text).fingerprint)).size).toBe(1);
    const different = ["", "all", "a.amazonaws.com", "a.amazonaws.com,b.amazonaws.com"];
    expect(new Set(different.map((text) => keepRules(text).fingerprint)).size).toBe(different.length);
    expect(keepRules(" , ").fingerprint).toBe(keepRules("").fingerprint);
  });
});

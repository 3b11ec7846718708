import { describe, expect, test } from "vitest";
import { actionsOf } from "./catalogue/action.ts";
import { EVENT_RULE_ACTIONS } from "./catalogue/notifications.ts";
import { CATALOGUE } from "./catalogue.ts";
import { CODESTAR_SENTENCES } from "./testing/codestar-sentences.ts";
import { CONNECTIONS_SENTENCES } from "./testing/connections-sentences.ts";
import { derived, recordOf } from "./testing/derived.ts";
import type { ExpectedSentence } from "./testing/expected-sentence.ts";
import { EVENT_RULE_SENTENCES, NOTIFICATIONS_SENTENCES } from "./testing/notifications-sentences.ts";
import { RELATED_SENTENCES } from "./testing/related-sentences.ts";

const NOTIFICATIONS = "codestar-notifications.amazonaws.com";
const MASKS = ["HIDDEN_DUE_TO_SECURITY_REASONS", "***"];
const PARTS = ["requestParameters", "responseElements", "additionalEventData"] as const;

const family: Record<string, readonly ExpectedSentence[]> = {
  "codestar.amazonaws.com": CODESTAR_SENTENCES,
  "codestar-connections.amazonaws.com": CONNECTIONS_SENTENCES,
  "codeconnections.amazonaws.com": CONNECTIONS_SENTENCES,
  [NOTIFICATIONS]: NOTIFICATIONS_SENTENCES,
};
const tables = [
  ...Object.entries(family),
  ...Object.entries(RELATED_SENTENCES).map(([service, sentences]) => [`${service}.amazonaws.com`, sentences] as const),
];
const cases = [
  ...tables.flatMap(([source, sentences]) =>
    sentences.map((expected) => ({ source, sourceIPAddress: "192.0.2.7", expected })),
  ),
  ...EVENT_RULE_SENTENCES.map((expected) => ({
    source: "events.amazonaws.com",
    sourceIPAddress: NOTIFICATIONS,
    expected,
  })),
];

test("every action of the catalogue has its sentences written down", () => {
  for (const [source, sentences] of Object.entries(family)) {
    const names = CATALOGUE.filter((action) => action.eventSource === source).map((action) => action.eventName);
    expect(sentences.map(({ action }) => action)).toEqual(names);
  }
  expect(EVENT_RULE_SENTENCES.map(({ action }) => action)).toEqual(
    actionsOf("", EVENT_RULE_ACTIONS).map((action) => action.eventName),
  );
});

describe.each(cases)("$source $expected.action", ({ source, sourceIPAddress, expected }) => {
  const failure = { errorCode: "AccessDenied", errorMessage: "no", responseElements: null };
  const summaryOf = (request: unknown, more: object = {}) =>
    derived(recordOf(expected.action, request, { eventSource: source, sourceIPAddress, ...more })).summary;

  test("done and tried", () => {
    expect(summaryOf(expected.request, expected.more)).toBe(`ines ${expected.done}`);
    expect(summaryOf(expected.request, { ...expected.more, ...failure })).toBe(
      `ines tried to ${expected.tried} (AccessDenied)`,
    );
  });

  test.each([null, undefined, {}, "a text", [], { omitted: true }])("with the parameters %j", (request) => {
    expect(summaryOf(request)).toBe(`ines ${expected.bare[0]}`);
    expect(summaryOf(request, failure)).toBe(`ines tried to ${expected.bare[1]} (AccessDenied)`);
  });

  test.each(MASKS)("with every parameter %s", (mask) => {
    const masked = (value: object) => Object.fromEntries(Object.keys(value).map((key) => [key, mask]));
    const more = { additionalEventData: masked({ repositoryName: 1, providerAction: 1, MFAUsed: 1 }) };
    expect(summaryOf(masked(expected.request), more)).toBe(`ines ${expected.bare[0]}`);
    expect(summaryOf(mask, { responseElements: mask, additionalEventData: mask })).toBe(`ines ${expected.bare[0]}`);
  });

  test.each(MASKS)("with any one value %s", (mask) => {
    const record = { requestParameters: expected.request, ...expected.more };
    for (const masked of withOneMasked(record, mask)) {
      const { requestParameters, ...more } = masked as { requestParameters: unknown };
      const summary = summaryOf(requestParameters, more);
      expect(summary).toMatch(/^ines [a-z]+ [^{}[\]|]*$/);
      expect(summary).not.toMatch(/HIDDEN|\*|undefined|null| {2}| $| ,|\( ?\)/);
    }
  });
});

test("a sign-in tells its failure, and its lack of MFA where that says something", () => {
  const signIn = (more: object) =>
    derived(recordOf("ConsoleLogin", null, { eventSource: "signin.amazonaws.com", ...more })).summary;
  expect(signIn({ responseElements: { ConsoleLogin: "Failure" }, errorMessage: "Failed authentication" })).toBe(
    "ines failed to sign in to the console",
  );
  const additionalEventData = { MFAUsed: "No" };
  expect(signIn({ additionalEventData })).toBe("ines signed in to the console, without MFA");
  const userIdentity = { type: "AssumedRole", arn: "arn:aws:sts::111122223333:assumed-role/Deploy/tomasz" };
  expect(signIn({ additionalEventData, userIdentity })).toBe("Deploy/tomasz signed in to the console");
});

/** The value with one of its parts, however deep, replaced by the mask; each part in turn. */
function withOneMasked(value: unknown, mask: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const put = (other: unknown): unknown =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    return [
      ...(PARTS.includes(key as (typeof PARTS)[number]) ? [] : [put(mask)]),
      ...withOneMasked(member, mask).map(put),
    ];
  });
}

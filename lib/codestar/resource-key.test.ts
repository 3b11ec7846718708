import { expect, test } from "vitest";
import { isResourceArn, otherSpelling, resourceKey } from "./resource-key.ts";

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

test.each(["connection/c0ffee", "host/forge-1a2b", "repository-link/abc1"])(
  "both spellings of %s are one",
  (resource) => {
    const key = arn("codeconnections", resource);
    expect(resourceKey(arn("codestar-connections", resource))).toBe(key);
    expect(resourceKey(key)).toBe(key);
    expect(isResourceArn(key)).toBe(true);
  },
);

test("partition, region, account and id stay", () => {
  expect(resourceKey("arn:aws-us-gov:codestar-connections:us-gov-east-1:1:host/codestar-connections/x")).toBe(
    "arn:aws-us-gov:codeconnections:us-gov-east-1:1:host/codestar-connections/x",
  );
});

test.each([
  arn("codestar-notifications", "notificationrule/r1"),
  arn("codestar", "project/shop"),
  "arn:aws:codestar:eu-west-1:1:project/arn:aws:codestar-connections:eu-west-1:1:connection/c",
  arn("codestar-connections", "something-new/1"),
  "codestar-connections",
  "",
])("%s is its own key", (text) => expect(resourceKey(text)).toBe(text));

test.each([
  arn("codestar", "project/shop"),
  arn("codeconnections", "connection/a b"),
  arn("codeconnections", "connection/a\u202eb"),
  arn("codeconnections", "connection/"),
  arn("codeconnections", `connection/${"x".repeat(300)}`),
  ` ${arn("codeconnections", "connection/c")}`,
])("%j is no resource", (text) => expect(isResourceArn(text)).toBe(false));

test("knows the other spelling of an ARN or a pattern", () => {
  expect(otherSpelling("arn:aws:codestar-connections:eu-west-1:1:host/x")).toBe(
    "arn:aws:codeconnections:eu-west-1:1:host/x",
  );
  expect(otherSpelling("arn:*:codeconnections:*")).toBe("arn:*:codestar-connections:*");
  expect(otherSpelling("arn:aws:codestar-notifications:eu-west-1:1:notificationrule/x")).toBeNull();
  expect(otherSpelling("codeconnections")).toBeNull();
});

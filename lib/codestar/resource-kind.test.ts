import { expect, test } from "vitest";
import { namedResource } from "./resource-kind.ts";

const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;

test("both spellings are one resource", () => {
  const named = { key: at("codeconnections", "connection/c"), kind: "connection", id: "c" };
  expect(namedResource(at("codestar-connections", "connection/c"))).toMatchObject(named);
  expect(namedResource(at("codeconnections", "connection/c"))).toEqual({
    ...named,
    account: "111122223333",
    region: "eu-west-1",
  });
});

test("each kind is told by its ARN", () => {
  expect(namedResource(at("codeconnections", "host/ghe-1a"))?.kind).toBe("host");
  expect(namedResource(at("codestar-connections", "repository-link/l"))?.kind).toBe("repository-link");
  expect(namedResource(at("codestar-notifications", "notificationrule/r"))?.kind).toBe("notification-rule");
  expect(namedResource(at("events", "rule/awscodestarnotifications-rule"))?.kind).toBe("event-rule");
});

test.each([
  at("codestar", "project/shop"),
  at("events", "event-bus/x"),
  at("codeconnections", "rule/x"),
  "connection",
  "",
  `${at("codeconnections", "connection/")}${"x".repeat(400)}`,
  at("codeconnections", "connection/a\u202eb"),
])("%j is none", (arn) => {
  expect(namedResource(arn)).toBeNull();
});

import { describe, expect, test } from "vitest";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { recordOf } from "#lib/codestar/testing/derived.ts";
import { readRecord } from "./read-record.ts";

/** What becomes of a record, in a word or two. */
function fateOf(record: unknown, eventSources = ""): string {
  const text = typeof record === "string" ? record : JSON.stringify(record);
  const fate = readRecord(new TextEncoder().encode(text), keepRules(eventSources));
  return fate.kind !== "filtered" && fate.isRelated ? `related ${fate.kind}` : fate.kind;
}

const iam = (request: object, more: object = {}) =>
  recordOf("AttachUserPolicy", request, { eventSource: "iam.amazonaws.com", ...more });
const policyArn = "arn:aws:iam::111122223333:policy/CodeStar_shop_Owner";

describe("a record is related", () => {
  test("when nothing but a project's mark in it keeps it", () => {
    expect(fateOf(iam({ policyArn }))).toBe("related event");
    expect(fateOf(iam({ policyArn }), "iam.amazonaws.com")).toBe("event");
    expect(fateOf(iam({ policyArn }), "all")).toBe("event");
    expect(fateOf(iam({ policyArn: "arn:aws:iam::111122223333:policy/other" }))).toBe("filtered");
    expect(fateOf(recordOf("CreateProject", { id: "shop" }))).toBe("event");
  });

  test("however the mark is written", () => {
    const text = JSON.stringify(iam({ policyArn }));
    expect(fateOf(text.replace("CodeStar_shop", "\\u0043ode\\u0053tar_shop"))).toBe("related event");
    expect(fateOf(text.replace("CodeStar_shop", "CodeSta\\u0072_shop"))).toBe("related event");
    expect(fateOf(text.replace("policyArn", "\\u0070olicyArn"))).toBe("related event");
  });

  test("and not when it is merely alike or mentions CodeStar", () => {
    const repository = recordOf("GitPull", { repositoryName: "shop" }, { eventSource: "codecommit.amazonaws.com" });
    expect(fateOf(repository)).toBe("filtered");
    expect(fateOf(repository, "codecommit.amazonaws.com")).toBe("event");
    expect(fateOf(iam({}, { userAgent: "awscodestar-shop", invokedBy: "codestar.amazonaws.com" }))).toBe("filtered");
  });

  test("also when it can't be stored as an event", () => {
    expect(fateOf(iam({ policyArn }, { eventTime: "once" }))).toBe("related rejected");
    expect(fateOf(recordOf("CreateProject", {}, { eventTime: "once" }))).toBe("rejected");
  });

  test("but never as an Insights statistic", () => {
    expect(fateOf(iam({ policyArn }, { eventCategory: "Insight" }))).toBe("filtered");
  });
});

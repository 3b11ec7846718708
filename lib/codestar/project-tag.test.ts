import { describe, expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { relatedOf } from "./related-of.ts";
import { ACCOUNT, OTHER, relationOf, said } from "./testing/relation.ts";

describe("the tag awscodestar:projectArn", () => {
  const TAG = "awscodestar:projectArn";
  const arn = `arn:aws:codestar:us-west-2:${OTHER}:project/my-app`;
  const tagged = `project-tag my-app ${OTHER} us-west-2`;

  test.each([
    [
      "ssm",
      {
        tags: [
          { key: "Name", value: "x" },
          { key: TAG, value: arn },
        ],
      },
    ],
    ["ssm", { tags: [{ Key: TAG, Value: arn }] }],
    ["kms", { tags: [{ tagKey: TAG, tagValue: arn }] }],
    ["lambda", { functionName: "awscodestar-other-lambda", tags: { [TAG]: arn } }],
    ["ec2", { tagSet: { items: [{ key: TAG, value: arn }] } }],
    ["ec2", { tagSpecificationSet: { items: [{ resourceType: "instance", tags: [{ key: TAG, value: arn }] }] } }],
    ["s3", { bucketName: "b", Tagging: { TagSet: { Tag: { Key: TAG, Value: arn } } } }],
  ])("in %s's %j", (service, request) => {
    expect(said(relationOf(service, "TagResource", request))).toBe(tagged);
  });

  test("in the answer, where the request has none", () => {
    const answer = { responseElements: { tags: [{ key: TAG, value: arn }] } };
    expect(said(relationOf("ec2", "RunInstances", { a: 1 }, answer))).toBe(tagged);
    const request = { tags: { [TAG]: arn.replace("my-app", "asked") } };
    expect(said(relationOf("ec2", "RunInstances", request, answer))).toBe(`project-tag asked ${OTHER} us-west-2`);
  });

  test("without the parts that its ARN lacks", () => {
    const short = { tags: { [TAG]: "arn:aws:codestar:us-east-2:project/my-first-projec" } };
    expect(said(relationOf("ssm", "PutParameter", short))).toBe(`project-tag my-first-projec ${ACCOUNT} us-east-2`);
  });

  test("taken away or masked names no project, but what else is in the record may", () => {
    const none = `project-tag null… ${ACCOUNT} eu-west-1`;
    for (const request of [
      { tagKeys: [TAG] },
      { tagKeys: ["x", TAG] },
      { tagSet: { items: [{ key: TAG }] } },
      { tags: { [TAG]: "HIDDEN_DUE_TO_SECURITY_REASONS" } },
      { tags: [{ key: TAG, value: { arn } }] },
      { tags: { [TAG]: `arn:aws:codestar:us-east-1:${ACCOUNT}:project/${"x".repeat(3000)}` } },
    ]) {
      expect(said(relationOf("ssm", "TagResource", request))).toBe(none);
    }
    const named = { tagKeys: [TAG], functionName: "awscodestar-shop-lambda-F" };
    expect(said(relationOf("lambda", "UntagResource", named))).toBe(`function shop-lambda-F… ${ACCOUNT} eu-west-1`);
  });
});

test("hostile depth and width cost little and throw nothing", () => {
  let deep: unknown = { key: "awscodestar:projectArn" };
  for (let level = 0; level < 5_000; level++) deep = level % 2 ? [deep] : { tags: deep };
  expect(relatedOf(parseEventRecord({ eventSource: "ssm.amazonaws.com", requestParameters: deep })!)).toBeNull();
  const wide = { tags: Array.from({ length: 200_000 }, () => ({ key: "a", value: "b" })) };
  const resources = Array.from({ length: 50_000 }, () => ({ ARN: "arn:aws:s3:::x" }));
  expect(relatedOf(parseEventRecord({ requestParameters: wide, resources })!)).toBeNull();
});

import { expect, it } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { projectPolicyOf } from "./project-policy-of.ts";

const policyIn = (requestParameters: unknown, eventSource = "iam.amazonaws.com") =>
  projectPolicyOf(parseEventRecord({ eventSource, eventName: "AttachUserPolicy", requestParameters })!);

it("finds the policy by its name or ARN, and who holds it", () => {
  expect(policyIn({ userName: "ines", policyArn: "arn:aws:iam::111122223333:policy/CodeStar_my-shop_Owner" })).toEqual({
    name: "CodeStar_my-shop_Owner",
    holder: "ines",
  });
  expect(policyIn({ policyName: "CodeStar_shop_PermissionsBoundary" })).toEqual({
    name: "CodeStar_shop_PermissionsBoundary",
    holder: null,
  });
});

it("finds none in other policies, other services' calls, and requests that are missing or hidden", () => {
  expect(policyIn({ policyArn: "arn:aws:iam::aws:policy/AWSCodeStarFullAccess" })).toBeNull();
  expect(policyIn({ policyArn: "arn:aws:iam::1:policy/NotCodeStar_shop_Owner" })).toBeNull();
  expect(policyIn({ policyName: "CodeStar_shop_Owner" }, "s3.amazonaws.com")).toBeNull();
  expect(policyIn({ policyName: ["CodeStar_shop_Owner"] })).toBeNull();
  expect(policyIn(null)).toBeNull();
});

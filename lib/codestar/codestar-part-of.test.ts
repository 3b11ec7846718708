import { describe, expect, it } from "vitest";
import { codestarPartOf } from "./codestar-part-of.ts";

describe("codestarPartOf", () => {
  it.each([
    "arn:aws:iam::111122223333:role/service-role/aws-codestar-service-role",
    "arn:aws:iam::111122223333:role/aws-codestar-service-role",
    "arn:aws-cn:iam::111122223333:role/service-role/aws-codestar-service-role",
  ])("knows CodeStar's service role: %s", (arn) => {
    expect(codestarPartOf(arn)).toEqual({ kind: "service-role" });
  });

  it.each([
    ["arn:aws:iam::111122223333:role/CodeStarWorker-shop-ToolChain", "shop-ToolChain"],
    ["arn:aws:iam::111122223333:role/CodeStarWorker-my-app-2-CloudFormation", "my-app-2-CloudFormation"],
    ["arn:aws:iam::111122223333:role/any/path/CodeStarWorker-shop-lambda-Hello", "shop-lambda-Hello"],
  ])("knows a project's worker: %s", (arn, mark) => {
    expect(codestarPartOf(arn)).toEqual({ kind: "worker", accountId: "111122223333", mark });
  });

  it.each([
    null,
    "",
    "aws-codestar-service-role",
    "arn:aws:iam::111122223333:user/aws-codestar-service-role",
    "arn:aws:iam::111122223333:role/other/aws-codestar-service-role",
    "arn:aws:iam::111122223333:role/aws-codestar-service-role-2",
    "arn:aws:iam::111122223333:role/CodeStarWorker-",
    "arn:aws:iam::111122223333:role/NotCodeStarWorker-shop-ToolChain",
    "arn:aws:sts::111122223333:assumed-role/CodeStarWorker-shop-ToolChain/session",
  ])("lets other names be: %s", (arn) => {
    expect(codestarPartOf(arn)).toBeNull();
  });
});

import { expect, it } from "vitest";
import { typeText } from "./type-text.ts";

const role = (path: string) => `arn:aws:iam::111122223333:role/${path}`;

it.each([
  [{ type: "IAMUser" }, "IAM user"],
  [{ type: "Root" }, "Root user"],
  [{ type: "AssumedRole", key: role("Deploy") }, "Role"],
  [{ type: "AssumedRole", key: role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_1") }, "Identity Center role"],
  [{ type: "AssumedRole", key: role("aws-service-role/x.amazonaws.com/AWSServiceRoleForX") }, "Service-linked role"],
  [{ type: "AssumedRole", key: "", codestarPart: { kind: "service-role" } as const }, "CodeStar’s service role"],
  [
    { type: "AssumedRole", codestarPart: { kind: "worker", accountId: "1", mark: "a-b" } as const },
    "Project’s worker role",
  ],
  [{ type: "SomethingNew" }, "SomethingNew"],
  [{ type: "constructor" }, "constructor"],
])("%o is %s", (typed, words) => {
  expect(typeText(typed)).toBe(words);
});

import { execFileSync } from "node:child_process";
import { S3ServiceException } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { AssumeRoleError } from "./assumed-role.ts";
import { restoreCommand, s3Error } from "./s3-error.ts";

const answer = (status: number, name: string, message = "said") =>
  new S3ServiceException({ name, message, $fault: "client", $metadata: { httpStatusCode: status } });
const list = { action: "list", bucket: "b", key: "org/" } as const;
const read = { action: "read", bucket: "b", key: "org/AWSLogs/1/CloudTrail/x.json.gz" } as const;

describe("s3Error", () => {
  it.each([
    [answer(404, "NoSuchBucket"), list, "missing-bucket", /bucket b doesn't exist/],
    [answer(403, "AccessDenied"), list, "denied", /s3:ListBucket on arn:aws:s3:::b \(with the prefix org\/\)/],
    [answer(403, "AccessDenied"), read, "denied", /s3:GetObject on arn:aws:s3:::b\/org\/\*/],
    [answer(403, "AccessDenied"), { ...read, key: "AWSLogs/1/x" }, "denied", /s3:GetObject on arn:aws:s3:::b\/\*/],
    [
      answer(
        403,
        "AccessDenied",
        "not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:1:key/k-1 because",
      ),
      read,
      "denied",
      /grant kms:Decrypt on arn:aws:kms:eu-west-1:1:key\/k-1 /,
    ],
    [answer(403, "InvalidAccessKeyId"), list, "credentials", /doesn't accept the AWS credentials/],
    [answer(400, "ExpiredToken"), read, "credentials", /have expired/],
    [answer(404, "NoSuchKey"), read, "gone", /no longer in the bucket/],
    [answer(412, "PreconditionFailed"), read, "changed", /was replaced/],
    [answer(403, "InvalidObjectState"), read, "archived", /aws s3api restore-object --bucket b --key 'org/],
    [answer(503, "SlowDown"), list, "unreachable", /S3 answered 503 SlowDown/],
    [
      Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { address: "127.0.0.1", port: 1 }),
      list,
      "unreachable",
      /doesn't answer at 127.0.0.1:1: connect ECONNREFUSED/,
    ],
    [
      Object.assign(new Error("no keys"), { name: "CredentialsProviderError" }),
      list,
      "credentials",
      /No AWS credentials were found/,
    ],
  ] as const)("%s", (error, attempt, kind, sentence) => {
    const explained = s3Error(error, attempt);
    expect(explained.kind).toBe(kind);
    expect(explained.message).toMatch(sentence);
  });

  it.each(["User: arn:aws:sts::1:assumed-role/kms-reader/me is not authorized", "Access to my-kms-logs denied"])(
    "doesn't take a role or bucket with the letters for KMS: %s",
    (said) => {
      const { kind, message } = s3Error(answer(403, "AccessDenied", said), read);
      expect(kind).toBe("denied");
      expect(message).toContain("The file may not be read: grant s3:GetObject");
    },
  );

  it("knows a refusal of KMS by its words", () => {
    const error = answer(403, "AccessDenied", "The ciphertext refers to a key that AWS KMS doesn't know");
    expect(s3Error(error, read).message).toContain("grant kms:Decrypt on the key of the bucket ");
  });

  it("advises no permission for a key that nobody can use", () => {
    const arn = "arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd";
    const { kind, message } = s3Error(answer(400, "KMS.DisabledException", `${arn} is disabled.`), {
      ...read,
      partition: "aws-cn",
    });
    expect(kind).toBe("denied");
    expect(message).toMatch(
      /^arn:aws-cn:s3:::b\/org\/AWSLogs.* a key that can't be used: enable arn:aws-cn:kms:cn-north-1/,
    );
    expect(message).not.toContain("grant");
  });

  it.each([
    ["aws-us-gov", "arn:aws-us-gov:s3:::b"],
    [undefined, "arn:aws:s3:::b"],
  ])("names ARNs of the partition %s", (partition, arn) => {
    const denied = answer(403, "AccessDenied");
    expect(s3Error(denied, { ...list, partition }).message).toContain(`s3:ListBucket on ${arn} (with`);
    expect(s3Error(denied, { ...read, partition }).message).toContain(`s3:GetObject on ${arn}/org/*`);
  });

  const ROLE = "arn:aws:iam::111122223333:role/reader";
  const sts = (status: number | undefined, name: string, message = "said") =>
    Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
  it.each([
    [
      sts(403, "AccessDenied"),
      undefined,
      "credentials",
      /grant sts:AssumeRole on .*role\/reader.*give it as external-id/,
    ],
    [
      sts(403, "AccessDenied", "hush said"),
      "hush",
      "credentials",
      /with the external id that TRAIL_URLS gives \(… said\)/,
    ],
    [sts(403, "ExpiredToken"), "hush", "credentials", /^The AWS credentials have expired/],
    [sts(undefined, "CredentialsProviderError"), undefined, "credentials", /^No AWS credentials were found/],
    [sts(403, "Unknown"), undefined, "credentials", /grant sts:AssumeRole on /],
    [
      sts(403, "InvalidClientTokenId"),
      "x",
      "credentials",
      /^STS doesn't accept the AWS credentials: InvalidClientTokenId/,
    ],
    [sts(400, "ValidationError"), undefined, "credentials", /^The role arn:.* can't be assumed: ValidationError/],
    [sts(503, "ServiceUnavailable"), undefined, "unreachable", /^STS doesn't answer for the role arn:/],
    [
      Object.assign(new Error("connect ECONNREFUSED"), { address: "127.0.0.1", port: 9 }),
      "x",
      "unreachable",
      /at 127.0.0.1:9/,
    ],
  ] as const)("says of a role what STS said: %s", (error, externalId, kind, sentence) => {
    const explained = s3Error(new AssumeRoleError(ROLE, externalId, error), list);
    expect(explained.kind).toBe(kind);
    expect(explained.message).toMatch(sentence);
    expect(explained.message).not.toContain("hush");
  });
});

describe("restoreCommand", () => {
  it.each([
    "AWSLogs/1/CloudTrail/x.json.gz",
    "a'; rm -rf '",
    "$(touch pwned) `id` ; rm -rf",
    "'; DROP TABLE event; --",
    String.raw`"quotes" and \ and \n \0101 %b %s`,
    String.raw`100%_*\ wild ~ {a,b} !! #`,
    "two\r\nlines, \u2028separated\tby \\n tabs",
    "\u001b[31mred\u001b]0;title\u0007\u0085 it's",
    "\u001b[201~\nid\n'; id #",
    "right\u202eto left é ü 🌱",
  ])("%j comes through a shell as it is", (key) => {
    const command = restoreCommand("b", key);
    expect(command).not.toMatch(/\p{Cc}/u);
    const show = String.raw`aws() { for word in "$@"; do printf '%s\0' "$word"; done; }`;
    const shown = execFileSync("sh", ["-c", `${show}; ${command}`]).toString();
    const words = ["s3api", "restore-object", "--bucket", "b", "--key", key, "--restore-request", "Days=7", ""];
    expect(shown.split("\0")).toEqual(words);
  });
});

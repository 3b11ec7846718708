import { S3ServiceException } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { s3Error } from "./s3-error.ts";

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

  it("quotes a hostile key for the shell", () => {
    const { message } = s3Error(answer(403, "InvalidObjectState"), { ...read, key: "a'; rm -rf '" });
    expect(message).toContain(`--key 'a'\\''; rm -rf '\\'''`);
  });
});

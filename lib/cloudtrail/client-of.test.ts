import { expect, it } from "vitest";
import { clientOf } from "./client-of.ts";
import { parseEventRecord } from "./event-record.ts";

const clientIn = (record: object) => clientOf(parseEventRecord(record)!);

it.each([
  [{ userAgent: "console.amazonaws.com" }, "console"],
  [{ userAgent: "signin.amazonaws.com" }, "console"],
  [{ userAgent: "[S3Console/0.4, aws-internal/3 aws-sdk-java/1.11.783]" }, "console"],
  [{ userAgent: "aws-cli/2.15.0 Python/3.11", sessionCredentialFromConsole: "true" }, "console"],
  [{ eventType: "AwsConsoleSignIn", userAgent: "Mozilla/5.0" }, "console"],
  [{ userAgent: "aws-cli/1.18.5 Python/3.8 Linux botocore/1.15.5" }, "cli"],
  [{ userAgent: "[aws-cli/2.0.1]" }, "cli"],
  [{ userAgent: "Boto3/1.28 md/Botocore#1.31 ua/2.0" }, "sdk"],
  [{ userAgent: "aws-sdk-go/1.44 (go1.19; linux; amd64)" }, "sdk"],
  [{ userAgent: "codestar.amazonaws.com", sourceIPAddress: "codestar.amazonaws.com" }, "service"],
  [{ sourceIPAddress: "AWS Internal" }, "service"],
  [{ eventType: "AwsServiceEvent" }, "service"],
  [{ userAgent: "Mozilla/5.0", sourceIPAddress: "198.51.100.7" }, null],
  [{}, null],
])("%j is %s", (record, client) => expect(clientIn(record)).toBe(client));

it("takes no name inside a foreign agent for a service or a console", () => {
  expect(clientIn({ userAgent: "evil/1.0 (console.amazonaws.com)" })).toBeNull();
  expect(clientIn({ userAgent: "https://amazonaws.com.evil.example" })).toBeNull();
});

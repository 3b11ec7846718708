import { createHash } from "node:crypto";

/** A record of the family that says nothing special; its id is made of `name`. */
export function testRecord(name: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  const id = createHash("sha256").update(name).digest("hex");
  return {
    eventVersion: "1.08",
    userIdentity: {
      type: "IAMUser",
      principalId: "AIDAEXAMPLE1",
      arn: "arn:aws:iam::111122223333:user/Ana",
      accountId: "111122223333",
      accessKeyId: "AKIAEXAMPLE1",
      userName: "Ana",
    },
    eventTime: "2024-05-01T10:00:00Z",
    eventSource: "codestar.amazonaws.com",
    eventName: "UpdateProject",
    awsRegion: "us-east-1",
    sourceIPAddress: "192.0.2.1",
    userAgent: "aws-cli/2",
    requestParameters: { id: "orchard", name },
    responseElements: null,
    requestID: id.slice(0, 12),
    eventID: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20, 32)}`,
    eventType: "AwsApiCall",
    recipientAccountId: "111122223333",
    ...fields,
  };
}

import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { deriveEvent, type DerivedEvent } from "#lib/codestar/derive-event.ts";

/** A record of an IAM user called ines, in the shape of the CodeStar user guide's example. */
export function recordOf(eventName: string, requestParameters: unknown, more: object = {}): Record<string, unknown> {
  return {
    eventVersion: "1.05",
    userIdentity: {
      type: "IAMUser",
      principalId: "AIDAINES",
      arn: "arn:aws:iam::111122223333:user/ines",
      accountId: "111122223333",
      accessKeyId: "AKIAINES",
      userName: "ines",
    },
    eventTime: "2019-03-04T05:06:07Z",
    eventSource: "codestar.amazonaws.com",
    eventName,
    awsRegion: "eu-west-1",
    sourceIPAddress: "192.0.2.7",
    userAgent: "aws-cli/1.16",
    requestParameters,
    responseElements: null,
    requestID: "0d9b6e1a",
    eventID: "5f3c",
    eventType: "AwsApiCall",
    recipientAccountId: "111122223333",
    ...more,
  };
}

/** What is made of a record as JSON text or value. */
export function derive(record: unknown): DerivedEvent | { rejected: string } {
  const text = typeof record === "string" ? record : JSON.stringify(record);
  const parsed = parseEventRecord(JSON.parse(text));
  if (!parsed) throw new TypeError("not a record");
  return deriveEvent(parsed, new TextEncoder().encode(text));
}

/** The same for a record that must not be rejected. */
export function derived(record: unknown): DerivedEvent {
  const event = derive(record);
  if ("rejected" in event) throw new TypeError(event.rejected);
  return event;
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNotification } from "./read-notification.ts";

const KEY =
  "AWSLogs/111122223333/CloudTrail/us-east-1/2024/05/01/111122223333_CloudTrail_us-east-1_20240501T0005Z_a.json.gz";

const sns = (message: unknown) =>
  JSON.stringify({
    Type: "Notification",
    MessageId: "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
    TopicArn: "arn:aws:sns:us-west-2:123456789012:MyTopic",
    Message: typeof message === "string" ? message : JSON.stringify(message),
    Timestamp: "2012-05-02T00:54:06.655Z",
    SignatureVersion: "1",
    Signature: "x",
    SigningCertURL: "https://sns.us-west-2.amazonaws.com/x.pem",
    UnsubscribeURL: "https://sns.us-west-2.amazonaws.com/?Action=Unsubscribe",
  });
const s3Record = (key: string, eventName = "ObjectCreated:Put") => ({
  eventVersion: "2.1",
  eventSource: "aws:s3",
  awsRegion: "us-west-2",
  eventTime: "1970-01-01T00:00:00.000Z",
  eventName,
  s3: {
    s3SchemaVersion: "1.0",
    bucket: { name: "b", arn: "arn:aws:s3:::b" },
    object: { key, size: 1024, eTag: "d41d", sequencer: "0055AED6DCD90281E5" },
  },
});
const eventBridge = (key: string, type = "Object Created") => ({
  version: "0",
  id: "17793124-05d4-b198-2fde-7ededc63b103",
  "detail-type": type,
  source: "aws.s3",
  account: "111122223333",
  detail: { version: "0", bucket: { name: "b" }, object: { key, size: 5 }, reason: "PutObject" },
});
const files = (...keys: string[]) => ({ kind: "files", files: keys.map((key) => ({ bucket: "b", key })) });

describe("readNotification", () => {
  it.each<[string, unknown, string[]]>([
    ["CloudTrail, raw", { s3Bucket: "b", s3ObjectKey: [KEY] }, [KEY]],
    ["CloudTrail, several keys", { s3Bucket: "b", s3ObjectKey: [KEY, "x"] }, [KEY, "x"]],
    ["CloudTrail: keys are plain", { s3Bucket: "b", s3ObjectKey: ["a+b%20c"] }, ["a+b%20c"]],
    ["S3", { Records: [s3Record(KEY)] }, [KEY]],
    ["S3: keys are URL-encoded", { Records: [s3Record("p+1/%C3%BC%2B/a%252F")] }, ["p 1/ü+/a%2F"]],
    [
      "S3, copied and uploaded in parts",
      { Records: [s3Record("a", "ObjectCreated:Copy"), s3Record("b", "ObjectCreated:CompleteMultipartUpload")] },
      ["a", "b"],
    ],
    [
      "S3: what isn't a creation is left out",
      { Records: [s3Record("a"), s3Record("b", "ObjectRemoved:Delete")] },
      ["a"],
    ],
    ["EventBridge: keys are plain", eventBridge("p+1/%20"), ["p+1/%20"]],
  ])("%s, as it is and through SNS", (_, message, keys) => {
    expect(readNotification(JSON.stringify(message))).toEqual(files(...keys));
    expect(readNotification(sns(message))).toEqual(files(...keys));
  });

  it.each<[string, string]>([
    ["CloudTrail's test, raw", "CloudTrail validation message."],
    ["CloudTrail's test", sns("CloudTrail validation message.")],
    [
      "S3's test",
      JSON.stringify({
        Service: "Amazon S3",
        Event: "s3:TestEvent",
        Time: "2014-10-13T15:57:02.089Z",
        Bucket: "b",
        RequestId: "5582815E1AEA5ADF",
        HostId: "8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR",
      }),
    ],
    ["S3's test through SNS", sns({ Service: "Amazon S3", Event: "s3:TestEvent", Bucket: "b" })],
    ["a removal", JSON.stringify({ Records: [s3Record(KEY, "ObjectRemoved:Delete")] })],
    ["another event of EventBridge", JSON.stringify(eventBridge(KEY, "Object Deleted"))],
    ["no key", JSON.stringify({ s3Bucket: "b", s3ObjectKey: [] })],
    [
      "a confirmation",
      JSON.stringify({
        Type: "SubscriptionConfirmation",
        Token: "t",
        TopicArn: "arn:aws:sns:us-west-2:1:t",
        Message: "You have chosen to subscribe",
        SubscribeURL: "http://127.0.0.1:1/never",
      }),
    ],
    [
      "the end of a subscription",
      JSON.stringify({
        Type: "UnsubscribeConfirmation",
        Message: JSON.stringify({ s3Bucket: "b", s3ObjectKey: [KEY] }),
      }),
    ],
  ])("takes %s for nothing", (_, body) => {
    expect(readNotification(body)).toMatchObject({ kind: "nothing" });
  });

  it.each<[string, string]>([
    ["no JSON", "<xml/>"],
    ["nothing", ""],
    ["null", "null"],
    ["a cut message", sns({ Records: [s3Record(KEY)] }).slice(0, -20)],
    ["a cut message in an envelope", sns(JSON.stringify({ Records: [s3Record(KEY)] }).slice(0, -3))],
    ["an envelope in an envelope", sns(sns({ s3Bucket: "b", s3ObjectKey: [KEY] }))],
    [
      "a log file",
      JSON.stringify({ Records: [{ eventSource: "codestar.amazonaws.com", eventName: "CreateProject" }] }),
    ],
    ["a record among events", JSON.stringify({ Records: [s3Record(KEY), {}] })],
    ["a key that can't be decoded", JSON.stringify({ Records: [s3Record("%E0%A4%A")] })],
    ["a key of another type", JSON.stringify({ s3Bucket: "b", s3ObjectKey: [KEY, 1] })],
    ["an event without an object", JSON.stringify({ ...eventBridge(KEY), detail: {} })],
    [
      "a record without an object",
      JSON.stringify({ Records: [{ eventSource: "aws:s3", eventName: "ObjectCreated:Put" }] }),
    ],
    ["thousands of keys", JSON.stringify({ s3Bucket: "b", s3ObjectKey: Array(1_001).fill(KEY) })],
    ["inherited names", '{"__proto__":{"s3Bucket":"b","s3ObjectKey":["k"]}}'],
    ["depth", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
    ["depth in an envelope", sns(`${'{"Records":['.repeat(20_000)}${"]}".repeat(20_000)}`)],
  ])("can't read %s", (_, body) => {
    expect(readNotification(body)).toMatchObject({ kind: "unreadable", reason: expect.any(String) });
  });

  const words = fc.constantFrom(
    "Type",
    "Message",
    "Records",
    "s3Bucket",
    "s3ObjectKey",
    "s3",
    "detail",
    "source",
    "detail-type",
    "bucket",
    "object",
    "name",
    "key",
    "eventSource",
    "eventName",
  );
  const values = fc.constantFrom<unknown>(
    "Notification",
    "aws:s3",
    "aws.s3",
    "ObjectCreated:Put",
    "Object Created",
    "%",
    "\ud800",
    null,
    1,
    KEY,
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, values, fc.array(tie("tree"), { maxLength: 3 }), fc.dictionary(words, tie("tree"))),
  }));
  const body = fc.oneof(
    fc.string({ unit: "binary" }),
    tree.map((value) => JSON.stringify(value)),
    tree.map(sns),
    fc.json().map(sns),
  );

  it("never throws, and whatever it names are texts", () => {
    fc.assert(
      fc.property(body, (text) => {
        const read = readNotification(text);
        const texts = read.kind === "files" ? read.files.flatMap(({ bucket, key }) => [bucket, key]) : [read.reason];
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.every((each) => typeof each === "string")).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives every key back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (key) => {
        const encoded = encodeURIComponent(key).replaceAll("%20", "+");
        expect(readNotification(JSON.stringify({ Records: [s3Record(encoded)] }))).toEqual(files(key));
        expect(readNotification(sns({ s3Bucket: "b", s3ObjectKey: [key] }))).toEqual(files(key));
        expect(readNotification(JSON.stringify(eventBridge(key)))).toEqual(files(key));
      }),
    );
  });
});

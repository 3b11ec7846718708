import { z } from "zod";

export type NotifiedFile = { bucket: string; key: string };

/**
 * What a message says: `files` that were put into a bucket, `nothing` (a test, a subscription, another event), or it is
 * `unreadable`. Everything in it is a claim of whoever could write to the queue.
 */
export type Notification =
  | { kind: "files"; files: NotifiedFile[] }
  | { kind: "nothing" | "unreadable"; reason: string };

/** Within SNS's 256 KB fit some 2,000 keys; CloudTrail names a few, S3 one. */
const FILES_LIMIT = 1_000;
/** Published when a trail is given a topic. */
const VALIDATION = "CloudTrail validation message.";

const envelope = z.object({ Type: z.string(), Message: z.string() });
const subscription = z.object({ Type: z.enum(["SubscriptionConfirmation", "UnsubscribeConfirmation"]) });
const cloudTrail = z.object({ s3Bucket: z.string(), s3ObjectKey: z.array(z.unknown()) });
const s3Event = z.object({ Records: z.array(z.unknown()) });
const s3Record = z.object({ eventSource: z.literal("aws:s3"), eventName: z.string() });
const s3Test = z.object({ Service: z.literal("Amazon S3"), Event: z.literal("s3:TestEvent") });
const eventBridge = z.object({ source: z.literal("aws.s3"), "detail-type": z.string() });
const placed = z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) });
const placedByS3 = z.object({ s3: placed });
const placedByEventBridge = z.object({ detail: placed });

/**
 * Reads the body of a queue's message: CloudTrail's own, S3's events or EventBridge's, each as it is or in an SNS
 * envelope (AWS CloudTrail user guide, "Configuring Amazon SNS notifications"; Amazon S3 user guide, "Event message
 * structure"; EventBridge, "Object Created"). Never throws, and asks nobody: a SubscribeURL is only text here.
 */
export function readNotification(body: string): Notification {
  if (body.trim() === VALIDATION) return nothing("CloudTrail's test message");
  const outer = parsed(body);
  if (subscription.safeParse(outer).success) return nothing("a confirmation of a subscription");
  const wrapped = envelope.safeParse(outer);
  if (!wrapped.success) return readEvent(outer);
  if (wrapped.data.Type !== "Notification") return unreadable("an SNS envelope of an unknown type");
  if (wrapped.data.Message.trim() === VALIDATION) return nothing("CloudTrail's test message");
  return readEvent(parsed(wrapped.data.Message));
}

function readEvent(event: unknown): Notification {
  const byTrail = cloudTrail.safeParse(event);
  if (byTrail.success) return readCloudTrail(byTrail.data.s3Bucket, byTrail.data.s3ObjectKey);
  const byS3 = s3Event.safeParse(event);
  if (byS3.success) return readS3(byS3.data.Records);
  if (s3Test.safeParse(event).success) return nothing("S3's test message");
  const byRule = eventBridge.safeParse(event);
  if (byRule.success) return readEventBridge(byRule.data["detail-type"], event);
  return unreadable(event === undefined ? "it isn't JSON" : "it isn't a message of CloudTrail, S3 or EventBridge");
}

/** Keys as they are in the bucket. */
function readCloudTrail(bucket: string, keys: unknown[]): Notification {
  if (keys.length > FILES_LIMIT) return tooMany(keys);
  const files: NotifiedFile[] = [];
  for (const key of keys) {
    if (typeof key !== "string") return unreadable("a key isn't a text");
    files.push({ bucket, key });
  }
  return named(files);
}

/**
 * Keys are URL-encoded, with `+` for a space. Sequencer and version don't matter: each file is looked up as it is now,
 * in whatever order its messages come.
 */
function readS3(records: unknown[]): Notification {
  if (records.length > FILES_LIMIT) return tooMany(records);
  const files: NotifiedFile[] = [];
  for (const record of records) {
    const event = s3Record.safeParse(record);
    if (!event.success) return unreadable("a record isn't an S3 event");
    if (!event.data.eventName.startsWith("ObjectCreated:")) continue;
    const place = placedByS3.safeParse(record);
    const key = place.success ? decoded(place.data.s3.object.key) : null;
    if (!place.success || key === null) return unreadable("a record of S3 names no object");
    files.push({ bucket: place.data.s3.bucket.name, key });
  }
  return named(files);
}

/** The key is as it is in the bucket. */
function readEventBridge(type: string, event: unknown): Notification {
  if (type !== "Object Created") return nothing("an event of another kind");
  const place = placedByEventBridge.safeParse(event);
  if (!place.success) return unreadable("an event of EventBridge names no object");
  const { bucket, object } = place.data.detail;
  return named([{ bucket: bucket.name, key: object.key }]);
}

function decoded(key: string): string | null {
  try {
    return decodeURIComponent(key.replaceAll("+", " "));
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function named(files: NotifiedFile[]): Notification {
  return files.length === 0 ? nothing("it names no new object") : { kind: "files", files };
}

function nothing(reason: string): Notification {
  return { kind: "nothing", reason };
}

function unreadable(reason: string): Notification {
  return { kind: "unreadable", reason };
}

function tooMany(list: unknown[]): Notification {
  return unreadable(`it names ${list.length} objects; ${FILES_LIMIT} are the most that are looked up for one message`);
}

import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { isS3Notification } from "#lib/cloudtrail/is-s3-notification.ts";
import { LogFileError } from "#lib/cloudtrail/log-file-error.ts";
import { deriveEvent, type DerivedEvent } from "#lib/codestar/derive-event.ts";
import type { KeepRules } from "#lib/codestar/event-sources.ts";

/** What becomes of one record of a log file. */
export type RecordFate =
  | { kind: "event"; event: DerivedEvent; text: string }
  | { kind: "filtered"; isInsight: boolean }
  | { kind: "rejected"; reason: string; isInsight: boolean };

/** The scanner has checked the file; were it wrong, the file must still fail alone. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LogFileError(`The file is not JSON: a record is malformed (${String(error)}).`);
  }
}

const lossy = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A record by its bytes, which the scanner has found to be JSON: kept, filtered out by the rules, or rejected alone with
 * a reason.
 * @throws LogFileError when the record shows that the whole file is no log file but a notification.
 */
export function readRecord(bytes: Uint8Array, rules: KeepRules): RecordFate {
  const text = lossy.decode(bytes);
  const value = parse(text);
  if (isS3Notification(value)) {
    throw new LogFileError("The file is an S3 event notification, not a CloudTrail log file.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { kind: "rejected", reason: "The record is not a JSON object.", isInsight: false };
  }
  const isInsight = isInsightRecord(value);
  if (!rules.keeps(outlineOf(value))) return { kind: "filtered", isInsight };
  if (isInsight)
    return { kind: "rejected", reason: "The record is a CloudTrail Insights statistic, not an event.", isInsight };
  const record = parseEventRecord(value);
  if (!record) return { kind: "rejected", reason: "The record is not a JSON object.", isInsight };
  const event = deriveEvent(record, bytes);
  return "rejected" in event ? { kind: "rejected", reason: event.rejected, isInsight } : { kind: "event", event, text };
}

/** The four fields that the rules look at, read as the schema reads them: most records are filtered by these alone. */
function outlineOf(value: object): EventRecord {
  const fields = value as Record<string, unknown>;
  const textOf = (name: string): string | undefined => {
    const field = fields[name];
    return typeof field === "string" ? field : undefined;
  };
  const outline: EventRecord = {
    eventSource: textOf("eventSource"),
    eventName: textOf("eventName"),
    sourceIPAddress: textOf("sourceIPAddress"),
    userAgent: textOf("userAgent"),
    requestParameters: undefined,
    responseElements: undefined,
    additionalEventData: undefined,
  };
  return outline;
}

function isInsightRecord(value: object): boolean {
  const fields = value as Record<string, unknown>;
  return fields.eventType === "AwsCloudTrailInsight" || fields.eventCategory === "Insight";
}

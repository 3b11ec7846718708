import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { isS3Notification } from "#lib/cloudtrail/is-s3-notification.ts";
import { LogFileError } from "#lib/cloudtrail/log-file-error.ts";
import { deriveEvent, type DerivedEvent } from "#lib/codestar/derive-event.ts";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { keepFate } from "#lib/codestar/keep-fate.ts";
import { mayHaveRelatedWord } from "#lib/codestar/related-word.ts";

/** What becomes of one record of a log file; `isRelated` when nothing but a project's mark in it keeps it. */
export type RecordFate =
  | { kind: "event"; event: DerivedEvent; text: string; isRelated: boolean }
  | { kind: "filtered"; isInsight: boolean }
  | { kind: "rejected"; reason: string; isInsight: boolean; isRelated: boolean };

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
    return rejected("The record is not a JSON object.");
  }
  const isInsight = isInsightRecord(value);
  const isKept = rules.keeps(outlineOf(value));
  if (!isKept && (isInsight || !mayHaveRelatedWord(text))) return { kind: "filtered", isInsight };
  if (isInsight) return rejected("The record is a CloudTrail Insights statistic, not an event.", { isInsight });
  const record = parseEventRecord(value);
  if (!record) return rejected("The record is not a JSON object.");
  const fate = isKept ? "kept" : keepFate(record, rules);
  if (fate === "filtered") return { kind: "filtered", isInsight };
  const isRelated = fate === "related";
  const event = deriveEvent(record, bytes);
  return "rejected" in event ? rejected(event.rejected, { isRelated }) : { kind: "event", event, text, isRelated };
}

function rejected(reason: string, more: { isInsight?: boolean; isRelated?: boolean } = {}): RecordFate {
  return { kind: "rejected", reason, isInsight: false, isRelated: false, ...more };
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

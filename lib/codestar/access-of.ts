import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import type { Wording } from "./catalogue/action.ts";

const READS =
  /^(?:Get|List|Describe|BatchGet|BatchDescribe|Head|Search|Lookup|View|Query|Scan|Check|Verify|Validate|Preview)(?![a-z])/;

/** The catalogue's word, else the record's own flag, else what the name suggests. */
export function accessOf(record: EventRecord, words: Wording | null): "read" | "write" {
  if (words) return words.access;
  const isRead = record.readOnly ?? READS.test(record.eventName ?? "");
  return isRead ? "read" : "write";
}

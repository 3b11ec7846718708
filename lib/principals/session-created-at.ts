import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { parseEventTime } from "#lib/cloudtrail/event-time.ts";

/** `20131102T010628Z`, the other form in which the user guide's examples have it. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/**
 * When the session of a record was made (`sessionContext.attributes.creationDate`), in UTC; null where the record
 * doesn't say, or where it would be after the record's own call.
 */
export function sessionCreatedAt(recordText: string, firstSeen: string): string | null {
  const record = parseEventRecord(JSON.parse(recordText));
  const text = record?.userIdentity?.sessionContext?.attributes?.creationDate ?? "";
  const createdAt = parseEventTime(text.replace(BASIC, "$1-$2-$3T$4:$5:$6Z"));
  return createdAt !== null && Date.parse(createdAt) <= Date.parse(firstSeen) ? createdAt : null;
}

import type { EventRecord } from "./event-record.ts";
import { readText } from "./read-path.ts";

/** The access key id that an answer of STS hands out (AssumeRole, GetSessionToken …), or null. */
export function issuedKeyOf(record: EventRecord): string | null {
  if (record.eventSource !== "sts.amazonaws.com") return null;
  return readText(record, ["responseElements.credentials.accessKeyId"]);
}

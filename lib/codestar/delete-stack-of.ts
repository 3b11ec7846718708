import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { readFlag } from "#lib/cloudtrail/read-path.ts";

/** Whether a DeleteProject of codestar.amazonaws.com asks to delete the project's stack too; null where it doesn't say. */
export function deleteStackOf(record: EventRecord): boolean | null {
  const isDeletion = record.eventSource === "codestar.amazonaws.com" && record.eventName === "DeleteProject";
  return isDeletion ? readFlag(record, "requestParameters.deleteStack") : null;
}

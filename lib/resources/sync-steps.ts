import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readText } from "#lib/cloudtrail/read-path.ts";
import type { Step } from "./spans.ts";

const NAME_LENGTH = 200;

/**
 * What a record does to the Git syncs of a repository link, by the name of the stack that is synced. A removal names
 * the stack alone, so it ends what is known and begins nothing.
 */
export function syncSteps(record: EventRecord): Step[] {
  const stack = readText(record, ["requestParameters.resourceName"]);
  if (!stack) return [];
  const name = plainText(stack, NAME_LENGTH);
  switch (record.eventName) {
    case "CreateSyncConfiguration":
    case "UpdateSyncConfiguration": {
      const branch = readText(record, ["requestParameters.branch", "responseElements.syncConfiguration.branch"]);
      return [{ does: "set", name, detail: branch && plainText(branch, NAME_LENGTH) }];
    }
    case "DeleteSyncConfiguration":
      return [{ does: "end", name, isKnownHere: true }];
    default:
      return [];
  }
}

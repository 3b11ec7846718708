import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readPath, readText } from "#lib/cloudtrail/read-path.ts";
import type { Step } from "./spans.ts";

const ADDRESS_LENGTH = 300;
/** A rule has at most 10. */
const MAX_TARGETS = 100;

/**
 * What a notification rule sends to, by address: a creation or change lists all of them, a subscription adds one. A
 * deleted target is taken from every rule, and its record names none. EventBridge calls an address `arn`.
 */
export function targetSteps(record: EventRecord): Step[] {
  const address = (paths: readonly string[]) => {
    const text = readText(record, paths);
    return text && plainText(text, ADDRESS_LENGTH);
  };
  switch (record.eventName) {
    case "CreateNotificationRule":
    case "UpdateNotificationRule": {
      const targets = listed(record);
      return targets.length === 0 ? [] : [{ does: "all" }, ...targets];
    }
    case "Subscribe": {
      const name = address(["requestParameters.target.targetAddress"]);
      const detail = readText(record, ["requestParameters.target.targetType"]);
      return name ? [{ does: "set", name, detail }] : listed(record);
    }
    case "Unsubscribe": {
      const name = address(["requestParameters.targetAddress"]);
      return name ? [{ does: "end", name }] : [];
    }
    case "DeleteTarget": {
      const name = address(["requestParameters.targetAddress"]);
      return name ? [{ does: "end", name, isKnownHere: true }] : [];
    }
    default:
      return [];
  }
}

function listed(record: EventRecord): Step[] {
  const targets = readPath(record, "requestParameters.targets[]").slice(0, MAX_TARGETS);
  return targets.flatMap((target) => {
    const name = readText(target, ["targetAddress", "arn"]);
    return name
      ? [{ does: "set", name: plainText(name, ADDRESS_LENGTH), detail: readText(target, ["targetType"]) }]
      : [];
  });
}

import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { isHiddenValue } from "#lib/cloudtrail/hidden-value.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readPath } from "#lib/cloudtrail/read-path.ts";
import type { Step } from "./spans.ts";

const KEY_LENGTH = 128;
const VALUE_LENGTH = 256;
/** AWS allows 50 on a resource; what has more is hostile. */
const MAX_TAGS = 200;

/**
 * The tags that a request puts on a resource or takes away. Connections has a list of `{key, value}`, Notifications a
 * map; a creation has them, too.
 */
export function tagSteps(record: EventRecord): Step[] {
  if (record.eventName === "UntagResource") {
    const keys = readPath(record, "requestParameters.tagKeys[]").slice(0, MAX_TAGS);
    return keys.flatMap((key) => {
      const name = textOf(key, KEY_LENGTH);
      return name === null ? [] : [{ does: "end", name }];
    });
  }
  if (record.eventName !== "TagResource" && !record.eventName?.startsWith("Create")) return [];
  const tags = readPath(record, "requestParameters.tags")[0];
  if (typeof tags !== "object" || tags === null) return [];
  const pairs: [unknown, unknown][] = Array.isArray(tags)
    ? tags.map((tag) => [readPath(tag, "key")[0], readPath(tag, "value")[0]])
    : Object.entries(tags);
  return pairs.slice(0, MAX_TAGS).flatMap(([key, value]) => {
    const name = textOf(key, KEY_LENGTH);
    return name === null ? [] : [{ does: "set", name, detail: textOf(value, VALUE_LENGTH) }];
  });
}

function textOf(value: unknown, maxLength: number): string | null {
  return typeof value === "string" && !isHiddenValue(value) ? plainText(value, maxLength) : null;
}

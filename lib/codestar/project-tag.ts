import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { parseProjectArn, type ProjectArn } from "./project-arn.ts";

const TAG = "awscodestar:projectArn";
/** How services spell a tag's key, and its value then. */
const VALUE_OF: ReadonlyMap<string, string> = new Map([
  ["key", "value"],
  ["Key", "Value"],
  ["tagKey", "tagValue"],
  ["TagKey", "TagValue"],
]);
const MAX_DEPTH = 12;
const MAX_VALUES = 10_000;
const MAX_ARN_LENGTH = 2_048;

type Search = { arn: ProjectArn | null; hasTag: boolean; valuesLeft: number };

/**
 * The project that a record's request, else its answer, tags something with: `awscodestar:projectArn` as a member of a
 * map, as a pair of key and value in whatever list (`tags`, `tagSet.items`, `tagSpecificationSet.items[].tags`), or
 * among the keys that are taken away, where there's no ARN. The first that has one. Null when there is no such tag.
 */
export function projectTagOf(record: EventRecord): { arn: ProjectArn | null } | null {
  let hasTag = false;
  for (const part of [record.requestParameters, record.responseElements]) {
    const search: Search = { arn: null, hasTag: false, valuesLeft: MAX_VALUES };
    look(part, 0, search);
    if (search.arn) return { arn: search.arn };
    hasTag ||= search.hasTag;
  }
  return hasTag ? { arn: null } : null;
}

function look(value: unknown, depth: number, search: Search): void {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      if (search.arn || search.valuesLeft-- <= 0) return;
      look(item, depth + 1, search);
    }
    return;
  }
  const holder = value as Record<string, unknown>;
  for (const name of Object.keys(holder)) {
    if (search.arn || search.valuesLeft-- <= 0) return;
    const member = holder[name];
    if (name === TAG) note(member, search);
    else if (member === TAG) noteKey(holder, name, search);
    else if (isListOfKeys(name, member)) search.hasTag = true;
    else look(member, depth + 1, search);
  }
}

function note(value: unknown, search: Search): void {
  search.hasTag = true;
  if (typeof value === "string" && value.length <= MAX_ARN_LENGTH) search.arn = parseProjectArn(value);
}

function noteKey(holder: Record<string, unknown>, name: string, search: Search): void {
  const value = VALUE_OF.get(name);
  if (value !== undefined) note(Object.hasOwn(holder, value) ? holder[value] : undefined, search);
}

function isListOfKeys(name: string, member: unknown): boolean {
  return (name === "tagKeys" || name === "TagKeys") && Array.isArray(member) && member.includes(TAG);
}

import { namedResource } from "#lib/codestar/resource-kind.ts";
import { parseProjectArn } from "#lib/codestar/project-arn.ts";
import type { EventDetail } from "./event-detail.ts";
import type { FieldFilterName } from "./fields.ts";
import { FILTER_FIELDS, type TermFilterName } from "./filter.ts";
import { literalPattern } from "./filter-term.ts";
import type { RecordPath } from "./jq-path.ts";
import { RECORD_PATHS } from "./record-paths.ts";
import { phrasePattern } from "./search-words.ts";

/** Longer texts make no words to search by, and no address. */
const MAX_PHRASE = 1000;
/** Where resources are read from a record; see familyResources. */
const NAMES_RESOURCES = new Set<string | number | undefined>(["requestParameters", "resources"]);

const PLACES = Object.entries(RECORD_PATHS) as [FieldFilterName, readonly string[]][];

type Described = Pick<
  EventDetail,
  "principalKey" | "principalLabel" | "principalType" | "principalName" | "principalArn" | "issuerArn"
> &
  Pick<EventDetail, "projectAccount" | "projectRegion" | "projectId" | "subjectArn" | "resourceArn"> & {
    [key: string]: unknown;
  };

/** A filter that finds an event by a value of its record. */
export type ValueFilter = { name: TermFilterName; pattern: string };

/**
 * The filter for a text, number or flag of an event's record: the one of the field that was derived from that place,
 * else, for an ARN, of the one that has it, else its words. A field counts only if the event has the value there: so the
 * filter always finds the event itself. Null for what can't be searched by.
 */
export function filterOfValue(event: Described, path: RecordPath, value: string): ValueFilter | null {
  const name = PLACES.find(([, places]) => places.some((place) => isAt(path, place)))?.[0];
  const pattern = name === undefined ? null : fieldTerm(event, name, value);
  if (name !== undefined && pattern !== null) return { name, pattern };
  return arnFilter(event, path, value) ?? wordsFilter(value);
}

function isAt(path: RecordPath, dotted: string): boolean {
  const names = dotted.split(".");
  return names.length === path.length && names.every((name, index) => path[index] === name);
}

/** As typed columns hold it: see cleanText. */
function stored(value: string): string {
  return value.toWellFormed().replaceAll("\0", "\uFFFD");
}

function fieldTerm(event: Described, name: FieldFilterName, value: string): string | null {
  const field = FILTER_FIELDS.get(name);
  switch (field?.kind) {
    case "principal":
      return principalTerm(event, value);
    case "project":
      return event.projectId === stored(value) ? projectTerm(event) : null;
    default:
      return field && value !== "" && String(event[field.key]) === stored(value) ? literalPattern(stored(value)) : null;
  }
}

function principalTerm(event: Described, value: string): string | null {
  const own = [event.principalKey, event.principalArn, event.issuerArn, event.principalName];
  // Only a role is found by the name that all its sessions share.
  const isRole = event.principalType === "AssumedRole" || event.principalType === "Role";
  const names = isRole ? [...own, event.principalLabel] : own;
  return names.includes(stored(value)) ? literalPattern(stored(value)) : null;
}

function projectTerm({ projectAccount, projectRegion, projectId }: Described): string {
  return literalPattern(`${projectAccount}/${projectRegion}/${projectId}`);
}

function arnFilter(event: Described, path: RecordPath, value: string): ValueFilter | null {
  if (!value.startsWith("arn:")) return null;
  const pattern = literalPattern(stored(value));
  if (stored(value) === event.subjectArn) return { name: "subject", pattern };
  const project = parseProjectArn(value);
  if (project && stored(project.projectId) === event.projectId) return { name: "project", pattern: projectTerm(event) };
  if (stored(value) === event.resourceArn) return { name: "resource", pattern };
  if (NAMES_RESOURCES.has(path[0]) && namedResource(value)) return { name: "resource", pattern };
  const principal = principalTerm(event, value);
  return principal === null ? null : { name: "principal", pattern: principal };
}

function wordsFilter(value: string): ValueFilter | null {
  return value.trim() === "" || value.length > MAX_PHRASE ? null : { name: "q", pattern: phrasePattern(value) };
}

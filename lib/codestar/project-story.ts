import { isHiddenValue } from "#lib/cloudtrail/hidden-value.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readPath } from "#lib/cloudtrail/read-path.ts";
import { eventOrder } from "./event-order.ts";

/** The actions of codestar.amazonaws.com that make a project, change what it is called and tagged, and end it. */
export const PROJECT_ACTIONS = [
  "CreateProject",
  "UpdateProject",
  "TagProject",
  "UntagProject",
  "DeleteProject",
] as const;

/** One call that has to do with a project's life, with its record as delivered. */
export type ProjectEvent = {
  eventId: string;
  /** ISO 8601, UTC */
  eventTime: string;
  eventName: (typeof PROJECT_ACTIONS)[number];
  outcome: "success" | "failure";
  errorCode: string | null;
  principalName: string;
  principalRef: number;
  summary: string;
  record: string;
};

/** Which call it was, when and by whom. */
export type ProjectCall = Omit<ProjectEvent, "record">;

/** What a call set: a text; `hidden` where CloudTrail masked it; null where it took it away. */
export type Said = { text: string } | "hidden" | null;

/** A value and the call that set it. */
export type FactSet = { said: Said; call: ProjectCall };

/** What a project is made of and called; each with all its values, oldest first. */
export const PROJECT_FACTS = ["name", "description", "template", "stack"] as const;
export type ProjectFact = (typeof PROJECT_FACTS)[number];

export type ProjectStory = {
  /** Successful calls that created or deleted it, or changed its description, name or tags; oldest first. */
  calls: ProjectCall[];
  /** Calls that would have and failed. */
  failures: ProjectCall[];
  facts: Record<ProjectFact, FactSet[]>;
  /** By key; each with all its values. */
  tags: { key: string; sets: FactSet[] }[];
  /** Whether the tags of some call can't be told: hidden as a whole. */
  hasHiddenTags: boolean;
};

const VALUE_LENGTH = 1000;
const MAX_TAGS = 200;
const PATHS: Record<ProjectFact, string[]> = {
  name: ["requestParameters.name"],
  description: ["requestParameters.description"],
  template: [
    "requestParameters.projectTemplateId",
    "responseElements.projectTemplateId",
    "requestParameters.toolchain.source.s3.bucketKey",
  ],
  stack: ["requestParameters.stackId", "responseElements.stackId"],
};

/**
 * A project's life out of the records of its calls. The console's CreateProject has a stack and a template that the
 * public API lacks; the command line's has a toolchain in S3 instead. A value that isn't there stays as it was.
 */
export function projectStory(given: readonly ProjectEvent[]): ProjectStory {
  const facts: ProjectStory["facts"] = { name: [], description: [], template: [], stack: [] };
  const tags = new Map<string, FactSet[]>();
  const story: ProjectStory = { calls: [], failures: [], facts, tags: [], hasHiddenTags: false };
  const setTag = (key: string, set: FactSet) => {
    const sets = tags.get(key) ?? [];
    pushChange(sets, set);
    if (sets.length > 0 && (tags.has(key) || tags.size < MAX_TAGS)) tags.set(key, sets);
  };
  for (const { record: text, ...call } of given.toSorted(eventOrder)) {
    if (call.outcome === "failure") {
      story.failures.push(call);
      continue;
    }
    story.calls.push(call);
    const record = parsed(text);
    const isNew = call.eventName === "CreateProject";
    for (const fact of PROJECT_FACTS) {
      const said = firstSaid(record, PATHS[fact]);
      if (said !== null || isNew) pushChange(facts[fact], { said, call });
    }
    // A project made again has nothing of the one before.
    if (isNew) for (const sets of tags.values()) pushChange(sets, { said: null, call });
    const [asked] = readPath(record, "requestParameters.tags");
    if (isHiddenValue(asked)) story.hasHiddenTags = true;
    if (call.eventName === "UntagProject") for (const key of keysIn(asked)) setTag(key, { said: null, call });
    else for (const [key, value] of pairsIn(asked)) setTag(key, { said: saidOf(value), call });
  }
  return { ...story, tags: [...tags].map(([key, sets]) => ({ key, sets })) };
}

/** A value that was said again is the one from before; of a hidden one nobody knows. */
function pushChange(sets: FactSet[], set: FactSet): void {
  const last = sets.at(-1)?.said ?? null;
  const isSame = set.said !== "hidden" && last !== "hidden" && last?.text === set.said?.text;
  if (!isSame) sets.push(set);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Postgres took it for JSON; what JavaScript doesn't take says nothing.
    return null;
  }
}

function firstSaid(record: unknown, paths: string[]): Said {
  for (const path of paths) {
    const said = saidOf(readPath(record, path)[0]);
    if (said !== null) return said;
  }
  return null;
}

function saidOf(value: unknown): Said {
  if (typeof value !== "string") return null;
  return isHiddenValue(value) ? "hidden" : { text: plainText(value, VALUE_LENGTH) };
}

function pairsIn(tags: unknown): [string, unknown][] {
  if (typeof tags !== "object" || tags === null || Array.isArray(tags)) return [];
  return Object.entries(tags).map(([key, value]) => [plainText(key, VALUE_LENGTH), value]);
}

function keysIn(tags: unknown): string[] {
  if (!Array.isArray(tags)) return [];
  return tags.flatMap((key) => (typeof key === "string" && !isHiddenValue(key) ? [plainText(key, VALUE_LENGTH)] : []));
}

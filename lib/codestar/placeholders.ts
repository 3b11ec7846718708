import { parseArn } from "#lib/cloudtrail/arn.ts";
import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { isHiddenValue } from "#lib/cloudtrail/hidden-value.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readPath, readText } from "#lib/cloudtrail/read-path.ts";
import { describeArn } from "./describe-arn.ts";
import type { Lookup } from "./sentence.ts";

const VALUE_LENGTH = 80;
const MAX_TAGS = 4;
const TAG_PATHS = ["requestParameters.tags[].key", "requestParameters.tagKeys[]", "requestParameters.tags[]"];

/** What is already known of the event whose sentence is written. */
export type Known = {
  projectId: string | null;
  subjectArn: string | null;
  resourceArn: string | null;
  actorArn: string | null;
};

/**
 * The values of the catalogue's placeholders. One that is not listed here is a request parameter of that name; the
 * templates name none that is secret, and only texts and numbers are ever written.
 */
export function placeholders(record: EventRecord, known: Known): Lookup {
  const request = (name: string) => plainValue(readPath(record, `requestParameters.${name}`)[0]);
  const first = (...paths: string[]) => plainValue(readText(record, paths));
  const described = (arn: string | null) => plainValue(arn && describeArn(arn));

  const special: Record<string, () => string | null> = {
    project: () => prefixed("project ", plainValue(known.projectId)),
    projectId: () => plainValue(known.projectId),
    title: () => {
      const name = request("name");
      return name === plainValue(known.projectId) ? null : name;
    },
    subject: () => plainValue(known.subjectArn && userName(known.subjectArn)),
    profile: () => {
      if (known.subjectArn && known.subjectArn === known.actorArn) return "their own user profile";
      return prefixed("the user profile of ", plainValue(known.subjectArn && userName(known.subjectArn)));
    },
    remoteAccess: () => (flag(record, "remoteAccessAllowed") === true ? "remote access" : null),
    noRemoteAccess: () => (flag(record, "remoteAccessAllowed") === false ? "without remote access" : null),
    deleteStack: () => {
      const isDeleted = flag(record, "deleteStack");
      return isDeleted === null ? null : isDeleted ? " and its stack" : ", keeping its stack";
    },
    tags: () => tagKeys(record),
    resource: () => described(known.resourceArn),
    connection: () => described(readText(record, ["requestParameters.connectionArn"])),
    link: () => {
      const isLink = known.resourceArn?.includes(":repository-link/");
      return isLink ? described(known.resourceArn) : prefixed("repository link ", request("repositoryLinkId"));
    },
    stack: () => prefixed("stack ", request("resourceName")),
    watched: () => described(readText(record, ["requestParameters.resource"])),
    target: () =>
      described(readText(record, ["requestParameters.target.targetAddress", "requestParameters.targetAddress"])),
    providerAction: () => first("additionalEventData.providerAction"),
  };
  return (name) => (Object.hasOwn(special, name) ? special[name]!() : request(name));
}

function plainValue(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || isHiddenValue(value)) return null;
  return plainText(value, VALUE_LENGTH) || null;
}

function prefixed(words: string, value: string | null): string | null {
  return value === null ? null : words + value;
}

/** An IAM user's name without its path, a role's with its session; anything else as it is. */
function userName(arn: string): string {
  const [type, ...names] = parseArn(arn)?.resource.split("/") ?? [];
  if (type === "user") return names.at(-1) || arn;
  return type === "assumed-role" ? names.join("/") || arn : arn;
}

/** Booleans are texts in some exports. */
function flag(record: EventRecord, name: string): boolean | null {
  const value = readPath(record, `requestParameters.${name}`)[0];
  if (value === true || value === "true") return true;
  return value === false || value === "false" ? false : null;
}

/** Keys alone: the values of tags may be anything. CodeStar's are a map or a list of keys, Connections' a list of pairs. */
function tagKeys(record: EventRecord): string | null {
  const map = readPath(record, "requestParameters.tags")[0];
  const isMap = typeof map === "object" && map !== null && !Array.isArray(map);
  const found = isMap ? Object.keys(map) : TAG_PATHS.flatMap((path) => readPath(record, path));
  const keys = found.slice(0, 1000).flatMap((key) => plainValue(key) ?? []);
  if (keys.length === 0) return null;
  const shown = keys.length > MAX_TAGS ? [...keys.slice(0, MAX_TAGS - 1), `${keys.length - MAX_TAGS + 1} more`] : keys;
  const last = shown.at(-1);
  return shown.length === 1 ? `tag ${last}` : `tags ${shown.slice(0, -1).join(", ")} and ${last}`;
}

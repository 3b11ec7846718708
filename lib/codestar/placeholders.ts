import { parseArn } from "#lib/cloudtrail/arn.ts";
import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { isHiddenValue } from "#lib/cloudtrail/hidden-value.ts";
import { plainText } from "#lib/cloudtrail/plain-text.ts";
import { readFlag, readPath, readText } from "#lib/cloudtrail/read-path.ts";
import { describeArn } from "./describe-arn.ts";
import { NAMED_THINGS } from "./named-things.ts";
import { providerName } from "./provider-name.ts";
import type { Lookup } from "./sentence.ts";
import { isFailedSignIn, signInMfa } from "./sign-in.ts";

const VALUE_LENGTH = 80;
const MAX_LISTED = 4;
const SWITCHES = new Map([
  ["ENABLED", "on"],
  ["DISABLED", "off"],
]);
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
    remoteAccess: () => (readFlag(record, "requestParameters.remoteAccessAllowed") === true ? "remote access" : null),
    noRemoteAccess: () =>
      readFlag(record, "requestParameters.remoteAccessAllowed") === false ? "without remote access" : null,
    deleteStack: () => {
      const isDeleted = readFlag(record, "requestParameters.deleteStack");
      return isDeleted === null ? null : isDeleted ? " and its stack" : ", keeping its stack";
    },
    tags: () => tagKeys(record),
    resource: () => described(known.resourceArn),
    connection: () => described(readText(record, ["requestParameters.connectionArn"])),
    host: () => described(readText(record, ["requestParameters.hostArn"])),
    provider: () => named(request("providerType"), providerName),
    providerFilter: () => named(request("providerTypeFilter"), providerName),
    link: () => {
      const isLink = known.resourceArn?.includes(":repository-link/");
      return isLink ? described(known.resourceArn) : prefixed("repository link ", request("repositoryLinkId"));
    },
    watched: () => described(readText(record, ["requestParameters.resource"])),
    target: () =>
      described(readText(record, ["requestParameters.target.targetAddress", "requestParameters.targetAddress"])),
    onOff: () => named(request("status"), (status) => SWITCHES.get(status) ?? null),
    providerAction: () => first("additionalEventData.providerAction"),
    gitRefs: () => listed(plainValues(readPath(record, "requestParameters.references[].ref").map(branchName))),
    failedSignIn: () => (isFailedSignIn(record) ? "" : null),
    signInMfa: () => signInMfa(record),
  };
  return (name) => {
    if (Object.hasOwn(special, name)) return special[name]!();
    const thing = Object.hasOwn(NAMED_THINGS, name) ? NAMED_THINGS[name] : undefined;
    if (!thing) return request(name);
    const found = readText(record, thing.paths);
    return found?.startsWith("arn:") ? described(found) : prefixed(`${thing.noun} `, plainValue(found));
  };
}

function plainValue(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || isHiddenValue(value)) return null;
  return plainText(value, VALUE_LENGTH) || null;
}

function plainValues(values: readonly unknown[]): string[] {
  return values.slice(0, 1000).flatMap((value) => plainValue(value) ?? []);
}

function prefixed(words: string, value: string | null): string | null {
  return value === null ? null : words + value;
}

function named(value: string | null, words: (value: string) => string | null): string | null {
  return value === null ? null : words(value);
}

/** `refs/heads/main` as Git's users say it; anything that isn't a text is left out by who lists it. */
function branchName(ref: unknown): unknown {
  return typeof ref === "string" ? ref.replace(/^refs\/heads\//, "branch ").replace(/^refs\/tags\//, "tag ") : ref;
}

/** An IAM user's name without its path, a role's with its session; anything else as it is. */
function userName(arn: string): string {
  const [type, ...names] = parseArn(arn)?.resource.split("/") ?? [];
  if (type === "user") return names.at(-1) || arn;
  return type === "assumed-role" ? names.join("/") || arn : arn;
}

/** Keys alone: the values of tags may be anything. CodeStar's are a map or a list of keys, Connections' a list of pairs. */
function tagKeys(record: EventRecord): string | null {
  const map = readPath(record, "requestParameters.tags")[0];
  const isMap = typeof map === "object" && map !== null && !Array.isArray(map);
  const found = isMap ? Object.keys(map) : TAG_PATHS.flatMap((path) => readPath(record, path));
  const keys = plainValues(found);
  return prefixed(keys.length === 1 ? "tag " : "tags ", listed(keys));
}

/** `a, b, c and 2 more`; null when there is nothing to list. */
function listed(texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  const isCut = texts.length > MAX_LISTED;
  const shown = isCut ? [...texts.slice(0, MAX_LISTED - 1), `${texts.length - MAX_LISTED + 1} more`] : texts;
  const last = shown.at(-1)!;
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}

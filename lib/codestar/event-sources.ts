import type { EventRecord } from "#lib/cloudtrail/event-record.ts";

/** The event sources of the CodeStar family; Connections has two names since its renaming in March 2024. */
export const FAMILY_SOURCES: readonly string[] = [
  "codestar.amazonaws.com",
  "codestar-connections.amazonaws.com",
  "codeconnections.amazonaws.com",
  "codestar-notifications.amazonaws.com",
];

const SOURCES = new Set(FAMILY_SOURCES);
const EVENT_BRIDGE = "events.amazonaws.com";
const NOTIFICATIONS = "codestar-notifications.amazonaws.com";
const EVENT_RULE_ACTIONS = new Set(["CreateNotificationRule", "Subscribe"]);

/** Raise it when the meaning of a keep rule changes: every file is then read again. */
const RULES_VERSION = 2;

/**
 * Which records are kept; `fingerprint` changes when the answer may. Only records of `sources` can be (null: any), so
 * that most need no look. `text` is the `EVENT_SOURCES` that it was made from.
 */
export type KeepRules = {
  keeps(record: EventRecord): boolean;
  sources: readonly string[] | null;
  fingerprint: string;
  text: string;
};

/** Whether the record is CodeStar's own, by its event source alone or as a notification rule's event rule. */
export function isFamilyRecord(record: EventRecord): boolean {
  return SOURCES.has(globalSource(record.eventSource)) || isEventRuleRecord(record);
}

/**
 * Whether it is a notification rule that appears under EventBridge: the Developer Tools console guide shows them with
 * `eventSource` events.amazonaws.com, called from codestar-notifications.amazonaws.com.
 */
export function isEventRuleRecord(record: EventRecord): boolean {
  return (
    globalSource(record.eventSource) === EVENT_BRIDGE &&
    EVENT_RULE_ACTIONS.has(record.eventName ?? "") &&
    (record.sourceIPAddress === NOTIFICATIONS || record.userAgent === NOTIFICATIONS)
  );
}

/** Rules of an `EVENT_SOURCES` text: further event sources beside the family, comma separated, or `all`. */
export function keepRules(eventSources: string): KeepRules {
  const names = new Set(eventSources.split(/[\s,]+/).filter((name) => name !== ""));
  if ([...names].some((name) => name.toLowerCase() === "all")) {
    return { keeps: () => true, sources: null, fingerprint: `${RULES_VERSION}:all`, text: eventSources };
  }
  const further = [...names].filter((name) => !SOURCES.has(name)).toSorted();
  const kept = new Set(further);
  return {
    keeps: (record) => isFamilyRecord(record) || kept.has(record.eventSource ?? ""),
    sources: [...FAMILY_SOURCES, EVENT_BRIDGE].flatMap((source) => [source, `${source}.cn`]).concat(further),
    fingerprint: [`${RULES_VERSION}:family`, ...further].join(","),
    text: eventSources,
  };
}

/** China's partition writes `.amazonaws.com.cn`. */
export function globalSource(eventSource: string | undefined): string {
  return (eventSource ?? "").replace(/\.cn$/, "");
}

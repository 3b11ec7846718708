import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { textsIn } from "#lib/cloudtrail/texts-in.ts";
import { resourceKey } from "#lib/codestar/resource-key.ts";
import { spans, type Span, type Step } from "./spans.ts";
import { syncSteps } from "./sync-steps.ts";
import { tagSteps } from "./tag-steps.ts";
import { targetSteps } from "./target-steps.ts";

/** An event that says something of a resource; its record names it, or what it has. */
export type StoryEvent = { eventId: string; eventTime: string; principalName: string; record: EventRecord };

/** What a resource had over time, oldest first. */
export type ResourceStory = {
  /** by key */
  tags: Span[];
  /** a notification rule's targets and subscriptions, by address */
  targets: Span[];
  /** a repository link's Git syncs, by what is synced */
  syncs: Span[];
  /** The ARNs by which records call it. */
  spellings: string[];
};

/**
 * The story that successful events tell of a resource, whatever order they come in. An event whose record doesn't name
 * the resource may only end what others began: a target that is deleted, a sync that is removed by its stack's name.
 */
export function resourceStory(key: string, events: readonly StoryEvent[]): ResourceStory {
  const ordered = events.toSorted((a, b) => byText(a.eventTime, b.eventTime) || byText(a.eventId, b.eventId));
  const over = (steps: (record: EventRecord) => Step[]) =>
    spans(ordered.map(({ record, ...by }) => ({ by, steps: steps(record) })));
  const spellings = new Set<string>();
  for (const { record } of ordered) {
    for (const text of [...textsIn(record.requestParameters), ...textsIn(record.responseElements)]) {
      if (text.length < 400 && resourceKey(text) === key) spellings.add(text);
    }
  }
  return { tags: over(tagSteps), targets: over(targetSteps), syncs: over(syncSteps), spellings: [...spellings] };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

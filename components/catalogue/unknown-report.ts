import type { ActionSeen } from "#lib/catalogue/action-seen.ts";
import { countOf } from "#components/text/format-count.ts";
import { visibleText } from "#components/text/hidden-characters.ts";

/** A text for whoever adds the action: what was called, how often, when, and which event shows it. No record's content. */
export function unknownReport(action: ActionSeen): string {
  const lines = [
    `Action that Astrolabe's catalogue doesn't know: ${action.eventName} of ${action.eventSource}`,
    `${countOf(action.events, "event")}, ${countOf(action.failures, "failure")}, first ${action.firstSeen}, last ${action.lastSeen}`,
    `Example: event ${action.lastEventId}`,
  ];
  return lines.map(visibleText).join("\n");
}

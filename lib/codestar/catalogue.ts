import type { EventRecord } from "#lib/cloudtrail/event-record.ts";
import { actionsOf, type Action } from "./catalogue/action.ts";
import { CODESTAR_ACTIONS } from "./catalogue/codestar.ts";
import { CONNECTIONS_ACTIONS } from "./catalogue/connections.ts";
import { EVENT_RULE_ACTIONS, NOTIFICATIONS_ACTIONS } from "./catalogue/notifications.ts";
import { globalSource, isEventRuleRecord } from "./event-sources.ts";

/** Every known action of the CodeStar family's own event sources. */
export const CATALOGUE: readonly Action[] = [
  ...actionsOf("codestar.amazonaws.com", CODESTAR_ACTIONS),
  ...actionsOf("codestar-connections.amazonaws.com", CONNECTIONS_ACTIONS),
  ...actionsOf("codeconnections.amazonaws.com", CONNECTIONS_ACTIONS),
  ...actionsOf("codestar-notifications.amazonaws.com", NOTIFICATIONS_ACTIONS),
];

const EVENT_RULES = actionsOf("events.amazonaws.com", EVENT_RULE_ACTIONS);

/** The catalogue with the notification rules that appear under events.amazonaws.com: all that the family does. */
export const FAMILY_ACTIONS: readonly Action[] = [...CATALOGUE, ...EVENT_RULES];

const byName = index(CATALOGUE);
const eventRulesByName = index(EVENT_RULES);

/** What the catalogue knows of a record's action, or null. Names alone say nothing: CreateProject is CodeBuild's too. */
export function actionOf(record: EventRecord): Action | null {
  const actions = isEventRuleRecord(record) ? eventRulesByName : byName;
  return actions.get(keyOf(globalSource(record.eventSource), record.eventName ?? "")) ?? null;
}

function index(actions: readonly Action[]): Map<string, Action> {
  return new Map(actions.map((action) => [keyOf(action.eventSource, action.eventName), action]));
}

function keyOf(eventSource: string, eventName: string): string {
  return `${eventSource} ${eventName}`;
}

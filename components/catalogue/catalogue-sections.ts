import type { ActionSeen } from "#lib/catalogue/action-seen.ts";
import type { Action } from "#lib/codestar/catalogue/action.ts";
import { FAMILY_ACTIONS } from "#lib/codestar/catalogue.ts";
import { globalSource } from "#lib/codestar/event-sources.ts";
import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import { onlyValue, valueTerm, withTerms } from "#components/events/edit-filter.ts";

/** The services of the family, and the event sources that each is recorded under. */
const SERVICES: readonly { title: string; sources: readonly string[]; note: string }[] = [
  {
    title: "CodeStar projects",
    sources: ["codestar.amazonaws.com"],
    note: "Switched off on 31 July 2024",
  },
  {
    title: "Connections",
    sources: ["codeconnections.amazonaws.com", "codestar-connections.amazonaws.com"],
    note: "One service under two names since March 2024",
  },
  {
    title: "Notifications",
    sources: ["codestar-notifications.amazonaws.com"],
    note: "",
  },
  {
    title: "Notification rules under EventBridge",
    sources: ["events.amazonaws.com"],
    note: "Only where Notifications made the call",
  },
];

/** An action and how often the data has it, under all names of its service. */
export type CatalogueRow = { action: Action; events: number; failures: number; filter: EventFilter };

export type CatalogueSection = (typeof SERVICES)[number] & { rows: CatalogueRow[]; seen: number };

/** The whole catalogue by service; a service of two names is there once. */
export function catalogueSections(seen: readonly ActionSeen[]): CatalogueSection[] {
  return SERVICES.map((service) => {
    const rows = FAMILY_ACTIONS.filter((action) => action.eventSource === service.sources[0]).map((action) => {
      const found = seen.filter(
        ({ eventName, eventSource }) =>
          eventName === action.eventName && service.sources.includes(globalSource(eventSource)),
      );
      return {
        action,
        events: sum(found.map(({ events }) => events)),
        failures: sum(found.map(({ failures }) => failures)),
        filter: actionFilter(
          action.eventName,
          found.map(({ eventSource }) => eventSource),
        ),
      };
    });
    return { ...service, rows, seen: rows.filter(({ events }) => events > 0).length };
  });
}

/** The events of an action of these sources. */
export function actionFilter(eventName: string, sources: readonly string[]): EventFilter {
  return withTerms(onlyValue(ALL_EVENTS, "action", eventName), "source", sources.map(valueTerm));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

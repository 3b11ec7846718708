import type { EventRow } from "#lib/events/event-row.ts";

type ProjectName = { account: string; region: string; id: string };

/** The project that an event of the family names, or null. */
export function projectOf(event: EventRow): ProjectName | null {
  return named(event.projectAccount, event.projectRegion, event.projectId);
}

/** The project that another service's event is assigned to by its marks, or null. */
export function relatedProjectOf(event: EventRow): ProjectName | null {
  return named(event.relatedAccount, event.relatedRegion, event.relatedProjectId);
}

function named(account: string | null, region: string | null, id: string | null): ProjectName | null {
  return account === null || region === null || id === null ? null : { account, region, id };
}

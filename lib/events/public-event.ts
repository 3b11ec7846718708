import type { EventRow } from "./event-row.ts";
import { EVENT_FIELDS } from "./fields.ts";

/** An event as the API gives it: the contract's keys in its order, without what only our pages need. */
export function publicEvent(event: EventRow): Record<string, unknown> {
  return Object.fromEntries(EVENT_FIELDS.map(({ key }) => [key, event[key]]));
}

import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { EventPage } from "#lib/events/event-page.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import type { EventOrder } from "./event-cursor.ts";
import { storableId } from "./event-position.ts";
import { eventJoins, eventRowSchema, eventSelect } from "./event-select.ts";
import { listEvents } from "./list-events.ts";

export type ExplorerPage = EventPage & {
  /** The id of the event that the page stands around; null: it is the list's first page. */
  around: string | null;
  /** It stands at its time among the others without matching the filter. */
  isOutside: boolean;
};

/**
 * The page on which the explorer opens: around an event, whether or not it matches, or the list's first when there is
 * none of that id as of the commit.
 */
export async function explorerPage(options: {
  filter: EventFilter;
  asOf: number;
  now?: Date;
  order: EventOrder;
  around?: string;
}): Promise<ExplorerPage> {
  const { around, ...list } = options;
  const event = around === undefined ? null : await rowOf(around, options.asOf);
  if (event === null) return { ...(await listEvents(list)), around: null, isOutside: false };
  const page = await listEvents({ ...list, around: event.eventId });
  const isOutside = page.events.every(({ eventId }) => eventId !== event.eventId);
  const events = isOutside ? inPlace(page.events, event, options.order) : page.events;
  return { ...page, events, around: event.eventId, isOutside };
}

async function rowOf(eventId: string, asOf: number): Promise<EventRow | null> {
  const [event] = await readRows(
    eventRowSchema,
    Prisma.sql`SELECT ${eventSelect(asOf)} FROM event ${eventJoins}
      WHERE event.event_id = ${storableId(eventId)} AND event.commit_no <= ${asOf}`,
  );
  return event ?? null;
}

function inPlace(events: EventRow[], event: EventRow, order: EventOrder): EventRow[] {
  const isBefore = (other: EventRow) => (order === "asc") === placeOf(other) < placeOf(event);
  const index = events.findIndex((other) => !isBefore(other));
  return index === -1 ? [...events, event] : events.toSpliced(index, 0, event);
}

/** Time to the microsecond and id, so that texts sort as events do. */
function placeOf({ eventTime, eventId }: EventRow): string {
  const [seconds, fraction = ""] = eventTime.slice(0, -1).split(".");
  return `${seconds}.${fraction.padEnd(6, "0")} ${eventId}`;
}

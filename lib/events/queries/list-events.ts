import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { EventPage } from "#lib/events/event-page.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { resolveAsOf } from "./current-commit.ts";
import { decodeEventCursor, encodeEventCursor, type EventOrder } from "./event-cursor.ts";
import { eventJoins, eventRowSchema, eventSelect } from "./event-select.ts";
import { type EventPosition, eventPosition } from "./event-position.ts";
import { filterSql } from "./filter-sql.ts";

export const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 1000;

export type ListEventsOptions = {
  filter: EventFilter;
  /** 1 to 1000. */
  limit?: number;
  /** From the page before or after; it fixes `asOf` and from when relative times count. */
  cursor?: string;
  order?: EventOrder;
  /** Id of an event to stand in the middle of the page. */
  around?: string;
  /** The list's last page instead of its first. */
  isFromEnd?: boolean;
  asOf?: number;
  now?: Date;
};

/**
 * One page of events, newest first unless turned. Pages meet exactly, also among events of the same time, and don't
 * move while new events come in.
 * @throws RequestError for a bad cursor, an unknown `around` and an `asOf` in the future.
 */
export async function listEvents(options: ListEventsOptions): Promise<EventPage> {
  const cursor = options.cursor === undefined ? null : decodeEventCursor(options.cursor);
  if (cursor && options.order !== undefined && options.order !== cursor.order) {
    throw new RequestError({ name: "order", value: options.order, message: "order differs from the cursor's" });
  }
  if (cursor && options.asOf !== undefined && options.asOf !== cursor.asOf) {
    throw new RequestError({ name: "asOf", value: String(options.asOf), message: "asOf differs from the cursor's" });
  }
  const order = cursor?.order ?? options.order ?? "desc";
  const asOf = await resolveAsOf(cursor?.asOf ?? options.asOf);
  const now = cursor ? new Date(cursor.now) : (options.now ?? new Date());
  const limit = options.limit ?? DEFAULT_LIMIT;
  const where = await filterSql(options.filter, { asOf, now });
  const read: Read = (edge, count) => readSide({ where, asOf, order, edge, count });

  let window: Window;
  if (cursor) window = await pageBeside(read, cursor, cursor.direction, limit);
  else if (options.around !== undefined)
    window = await pageAround(read, await eventPosition(options.around, asOf), limit);
  else if (options.isFromEnd === true) window = lastPage(await read("end", limit + 1), limit);
  else window = firstPage(await read(null, limit + 1), limit);

  const edge = (event: EventRow | undefined, direction: "next" | "prev") =>
    event
      ? encodeEventCursor({
          eventTime: event.eventTime,
          eventId: event.eventId,
          direction,
          order,
          asOf,
          now: now.toISOString(),
        })
      : null;
  return {
    events: window.events,
    nextCursor: window.hasNext ? edge(window.events.at(-1), "next") : null,
    prevCursor: window.hasPrev ? edge(window.events[0], "prev") : null,
    asOf,
  };
}

/** Rows on one side of a position, in the list's order for `next`, against it for `prev`. */
type Edge = EventPosition & { direction: "next" | "prev"; isIncluded?: boolean };
/** Without an edge from the list's beginning, from its `end` against its order. */
type Read = (edge: Edge | "end" | null, count: number) => Promise<EventRow[]>;
type Window = { events: EventRow[]; hasNext: boolean; hasPrev: boolean };

function firstPage(rows: EventRow[], limit: number): Window {
  return { events: rows.slice(0, limit), hasNext: rows.length > limit, hasPrev: false };
}

function lastPage(rows: EventRow[], limit: number): Window {
  return { events: rows.slice(0, limit).toReversed(), hasNext: false, hasPrev: rows.length > limit };
}

async function pageBeside(
  read: Read,
  position: EventPosition,
  direction: "next" | "prev",
  limit: number,
): Promise<Window> {
  const rows = await read({ ...position, direction }, limit + 1);
  const events = rows.slice(0, limit);
  const isMore = rows.length > limit;
  // The event that the cursor names lies on the other side.
  return direction === "next"
    ? { events, hasNext: isMore, hasPrev: true }
    : { events: events.toReversed(), hasNext: true, hasPrev: isMore };
}

async function pageAround(read: Read, position: EventPosition, limit: number): Promise<Window> {
  const [before, after] = await Promise.all([
    read({ ...position, direction: "prev" }, limit + 1),
    read({ ...position, direction: "next", isIncluded: true }, limit + 1),
  ]);
  const half = Math.floor((limit - 1) / 2);
  // Where one side is short, the other fills the page.
  const takenBefore = Math.min(before.length, Math.max(half, limit - after.length));
  const takenAfter = Math.min(after.length, limit - takenBefore);
  return {
    events: [...before.slice(0, takenBefore).toReversed(), ...after.slice(0, takenAfter)],
    hasNext: after.length > takenAfter,
    hasPrev: before.length > takenBefore,
  };
}

type Side = { where: Prisma.Sql; asOf: number; order: EventOrder; edge: Edge | "end" | null; count: number };

async function readSide({ where, asOf, order, edge, count }: Side): Promise<EventRow[]> {
  const isBackwards = edge === "end" || edge?.direction === "prev";
  const isDescending = (order === "desc") !== isBackwards;
  const direction = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const orderBy = Prisma.sql`ORDER BY event.event_time ${direction}, event.event_id ${direction}`;
  const position = edge === "end" ? null : edge;
  const comparison = Prisma.raw(`${isDescending ? "<" : ">"}${position?.isIncluded ? "=" : ""}`);
  const keyset = position
    ? Prisma.sql`AND (event.event_time, event.event_id) ${comparison} (${position.eventTime}::timestamptz, ${position.eventId})`
    : Prisma.empty;
  return readRows(
    eventRowSchema,
    Prisma.sql`SELECT ${eventSelect(asOf)} FROM (
        SELECT event.* FROM event WHERE ${where} ${keyset} ${orderBy} LIMIT ${count}
      ) AS event ${eventJoins} ${orderBy}`,
  );
}

import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { eventJoins, eventRowSchema, eventSelect } from "./event-select.ts";

/** The newest events of a condition, newest first. */
export function latestEvents(where: Prisma.Sql, asOf: number, limit: number): Promise<EventRow[]> {
  const orderBy = Prisma.sql`ORDER BY event.event_time DESC, event.event_id DESC`;
  return readRows(
    eventRowSchema,
    Prisma.sql`SELECT ${eventSelect(asOf)} FROM (SELECT event.* FROM event WHERE ${where} ${orderBy} LIMIT ${limit}) AS event
      ${eventJoins} ${orderBy}`,
  );
}

import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { RequestError } from "#lib/events/request-error.ts";

/** Where an event stands in lists. */
export type EventPosition = { eventTime: string; eventId: string };

/** @throws RequestError when no event had the id as of the commit. */
export async function eventPosition(eventId: string, asOf: number): Promise<EventPosition> {
  const [position] = await readRows(
    z.object({ eventTime: z.string(), eventId: z.string() }),
    Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`event_time`)} AS "eventTime", event_id AS "eventId"
      FROM event WHERE event_id = ${storableId(eventId)} AND commit_no <= ${asOf}`,
  );
  if (position) return position;
  throw new RequestError({ name: "around", value: eventId, message: "around is no event's id" });
}

/** As the column holds it; Postgres refuses a NUL. */
export function storableId(eventId: string): string {
  return eventId.replaceAll("\0", "\uFFFD").toWellFormed();
}

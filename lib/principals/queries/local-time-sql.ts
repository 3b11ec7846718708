import { Prisma } from "#lib/db/prisma.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { isTimeZone, offsetAt, offsetChanges } from "#lib/events/time-zone.ts";

/** Zones have changed their offsets since about then; what hostile records say beyond needs no exactness. */
const EARLIEST = Date.UTC(1900, 0);
const LATEST = Date.UTC(2100, 0);
const SECOND_MS = 1000;

/**
 * An event's time as a zone's clocks show it, for events between two instants. By this machine's knowledge of zones,
 * like the timeline: the database's may be older than the zone a reader lives in, and reads `+02:00` the other way
 * round.
 * @throws RequestError for what is no zone.
 */
export function localTimeSql(tz: string, { first, last }: { first: string; last: string }): Prisma.Sql {
  if (!isTimeZone(tz))
    throw new RequestError({ name: "tz", value: tz, message: "tz must be an IANA time zone such as Europe/Berlin" });
  const from = Math.max(Date.parse(first), EARLIEST);
  const changes = offsetChanges(from, Math.min(Date.parse(last), LATEST), tz);
  const starts = changes.map((change) => new Date(change).toISOString());
  const offsets = [from, ...changes].map((instant) => offsetAt(instant, tz) / SECOND_MS);
  return Prisma.sql`(event.event_time AT TIME ZONE 'UTC')
    + (${offsets}::int[])[width_bucket(event.event_time, ${starts}::timestamptz[]) + 1] * interval '1 second'`;
}

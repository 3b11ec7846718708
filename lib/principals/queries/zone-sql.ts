import { Prisma } from "#lib/db/prisma.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { isTimeZone } from "#lib/events/time-zone.ts";

/**
 * A time zone as `AT TIME ZONE` takes it. An offset goes in as an interval: as a text Postgres would read its sign the
 * other way round.
 * @throws RequestError for what is no zone.
 */
export function zoneSql(tz: string): Prisma.Sql {
  if (/^[+-]\d\d(?::?\d\d)?$/.test(tz))
    return Prisma.sql`${`${tz.slice(0, 3)}:${tz.slice(3).replace(":", "") || "00"}`}::interval`;
  if (isTimeZone(tz)) return Prisma.sql`${tz}::text`;
  throw new RequestError({ name: "tz", value: tz, message: "tz must be an IANA time zone such as Europe/Berlin" });
}

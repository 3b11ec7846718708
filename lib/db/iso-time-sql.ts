import { Prisma } from "./prisma.ts";

/**
 * A `timestamptz` as ISO 8601 in UTC with as many decimals as it needs: microseconds survive, which a JavaScript
 * `Date` would cut off, and a cursor needs them.
 */
export function isoTimeSql(time: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`rtrim(rtrim(to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z'`;
}

import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRow } from "#lib/db/read-rows.ts";
import { instantOfLocal, offsetAt } from "#lib/events/time-zone.ts";

const DAY_MS = 86_400_000;

/** A day of a zone's calendar, as its instants. */
export type CalendarDay = { day: string; starts: string; ends: string };

/**
 * The latest days of a zone on which an event of a condition happened, newest first, before a day (`YYYY-MM-DD`). Each
 * is one step down an index, however many events a day has.
 */
export async function diaryDays(
  where: Prisma.Sql,
  { tz, before, count }: { tz: string; before?: string; count: number },
): Promise<CalendarDay[]> {
  const days: CalendarDay[] = [];
  let bound = before === undefined ? null : dayOf(Date.parse(`${before}T00:00:00Z`), tz).starts;
  while (days.length < count) {
    const older = bound === null ? Prisma.empty : Prisma.sql`AND event.event_time < ${bound}::timestamptz`;
    const { latest } = await readRow(
      z.object({ latest: z.string().nullable() }),
      Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS latest FROM event WHERE ${where} ${older}`,
    );
    if (latest === null) break;
    const timeMs = Date.parse(latest);
    const day = dayOf(timeMs + offsetAt(timeMs, tz), tz);
    days.push(day);
    bound = day.starts;
  }
  return days;
}

/** The day that holds a local time (ms, as if it were UTC). */
function dayOf(localMs: number, tz: string): CalendarDay {
  const first = Math.floor(localMs / DAY_MS) * DAY_MS;
  const [starts, ends] = [first, first + DAY_MS].map((local) => new Date(instantOfLocal(local, tz)).toISOString());
  return { day: new Date(first).toISOString().slice(0, 10), starts: starts ?? "", ends: ends ?? "" };
}

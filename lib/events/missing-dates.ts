import { calendarDate } from "./calendar-span.ts";
import { isOnCalendar, type MomentFields } from "./moment-text.ts";

type Ends = [MomentFields | null, MomentFields | null];

/**
 * Fills in what two ends of a range leave to each other or to the reader: `Jan 1 – 5`, `1 – 5 Jan`, `31 Jul 14:00 –
 * 16:00`. Without a year the last such date that isn't after `latest` is meant, without a day today.
 */
export function withMissingDates(
  left: MomentFields | null,
  right: MomentFields | null,
  { now, latest, timeZone }: { now: Date; latest: Date; timeZone: string },
): Ends {
  if (left?.epochMs !== undefined || right?.epochMs !== undefined) return [left, right];
  let from = left && { ...left };
  let to = right && { ...right };
  if (from && to) {
    if (isClockAlone(to) && !isClockAlone(from)) to = { ...dateOf(from), ...to };
    if (isClockAlone(from) && !isClockAlone(to)) from = { ...dateOf(to), ...from };
    // The bare number of a day, beside a day.
    if (to.day !== undefined && from.day !== undefined) {
      to.month ??= from.month;
      from.month ??= to.month;
    }
    if (from.hour !== undefined && to.hour !== undefined) {
      const offset = from.offsetMs ?? to.offsetMs;
      if (offset !== undefined) [from.offsetMs, to.offsetMs] = [from.offsetMs ?? offset, to.offsetMs ?? offset];
    }
  }
  const today = calendarDate(now, timeZone);
  for (const end of [from, to]) if (end && isClockAlone(end)) Object.assign(end, today);
  if (to)
    to.year ??=
      from?.year === undefined ? yearOf(to, calendarDate(latest, timeZone)) : from.year + (isLater(from, to) ? 1 : 0);
  if (from)
    from.year ??=
      to?.year === undefined ? yearOf(from, calendarDate(latest, timeZone)) : to.year - (isLater(from, to) ? 1 : 0);
  // A day that its month hasn't got is no end.
  if (from && !isOnCalendar(from)) from = null;
  if (to && !isOnCalendar(to)) to = null;
  // 22:00 – 02:00 leads into the next day.
  if (from && to && right && isClockAlone(right) && minutes(to) <= minutes(from)) to.day = (to.day ?? 1) + 1;
  return [from, to];
}

function isClockAlone({ year, month, day }: MomentFields): boolean {
  return year === undefined && month === undefined && day === undefined;
}

function dateOf({ year, month, day }: MomentFields): MomentFields {
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
  };
}

function minutes({ hour = 0, minute = 0, second = 0 }: MomentFields): number {
  return hour * 60 + minute + second / 60;
}

function isLater(a: MomentFields, b: MomentFields): boolean {
  return monthAndDay(a) > monthAndDay(b);
}

function monthAndDay({ month = 1, day = 1 }: MomentFields): number {
  return month * 100 + day;
}

function yearOf(fields: MomentFields, latest: { year: number; month: number; day: number }): number | undefined {
  if (fields.month === undefined) return undefined;
  let year = monthAndDay(fields) > monthAndDay(latest) ? latest.year - 1 : latest.year;
  if (fields.month === 2 && fields.day === 29) while (new Date(Date.UTC(year, 1, 29)).getUTCDate() !== 29) year--;
  return year;
}

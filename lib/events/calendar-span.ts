import type { MomentFields } from "./moment-text.ts";
import { instantOfLocal, offsetAt } from "./time-zone.ts";

/** From one instant (ms) to another, excluded, and the smallest unit that was named. */
export type CalendarSpan = {
  startMs: number;
  endMs: number;
  unit: "year" | "month" | "week" | "day" | "minute" | "second";
};

const DAY_MS = 86_400_000;

/**
 * The time that a moment names, as long as its smallest unit, on the zone's clocks unless it says its own offset. Days
 * and longer end where the next begins, whatever the clocks do in between.
 * @returns null without a year: what is missing must be chosen before.
 */
export function momentSpan(fields: MomentFields, timeZone: string): CalendarSpan | null {
  if (fields.epochMs !== undefined) return second(Math.floor(fields.epochMs / 1000) * 1000);
  const { year, month, day, hour, minute = 0, offsetMs } = fields;
  if (year === undefined) return null;
  const instant = (localMs: number) =>
    offsetMs === undefined ? instantOfLocal(localMs, timeZone) : localMs - offsetMs;
  const date = (...ymd: [number, number, number]) => instant(localDate(...ymd));
  if (month === undefined) return { startMs: date(year, 1, 1), endMs: date(year + 1, 1, 1), unit: "year" };
  if (day === undefined) return { startMs: date(year, month, 1), endMs: date(year, month + 1, 1), unit: "month" };
  if (hour === undefined) return { startMs: date(year, month, day), endMs: date(year, month, day + 1), unit: "day" };
  const minuteMs = localDate(year, month, day) + (hour * 60 + minute) * 60_000;
  if (fields.second === undefined)
    return { startMs: instant(minuteMs), endMs: instant(minuteMs) + 60_000, unit: "minute" };
  return second(instant(minuteMs + fields.second * 1000 + (fields.ms ?? 0)));
}

/** The calendar's period that holds an instant, or one so many periods later (earlier when negative). */
export function calendarPeriod(
  unit: "year" | "month" | "week" | "day",
  instant: Date,
  timeZone: string,
  later = 0,
): CalendarSpan {
  const local = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone));
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const at = (...ymd: [number, number, number]) => instantOfLocal(localDate(...ymd), timeZone);
  const span = (start: [number, number, number], end: [number, number, number]) => ({
    startMs: at(...start),
    endMs: at(...end),
    unit,
  });
  if (unit === "year") return span([year + later, 1, 1], [year + later + 1, 1, 1]);
  if (unit === "month") return span([year, month + later, 1], [year, month + later + 1, 1]);
  if (unit === "day") return span([year, month, day + later], [year, month, day + later + 1]);
  // Weeks begin on Monday.
  const monday = day - ((local.getUTCDay() + 6) % 7) + later * 7;
  return span([year, month, monday], [year, month, monday + 7]);
}

/** Year, month and day of an instant on the zone's calendar. */
export function calendarDate(instant: Date, timeZone: string): { year: number; month: number; day: number } {
  const local = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** Where a day begins (ms) on the zone's calendar; months and days count on over their ends. */
export function dayStart(year: number, month: number, day: number, timeZone: string): number {
  return instantOfLocal(localDate(year, month, day), timeZone);
}

/** Whether a day begins with this instant on the zone's calendar. */
export function isDayStart(timeMs: number, timeZone: string): boolean {
  const local = timeMs + offsetAt(timeMs, timeZone);
  return instantOfLocal(Math.floor(local / DAY_MS) * DAY_MS, timeZone) === timeMs;
}

function second(startMs: number): CalendarSpan {
  return { startMs, endMs: startMs + 1000, unit: "second" };
}

/** A date's midnight as if it were UTC; months and days count on over their ends. */
function localDate(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

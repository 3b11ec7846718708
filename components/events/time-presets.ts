import { calendarDate, dayStart } from "#lib/events/calendar-span.ts";
import { printTimeRange } from "#lib/events/print-time-range.ts";
import type { TimeRange } from "#lib/events/time-range-text.ts";
import { isoInZone } from "#lib/events/time-zone.ts";
import type { DataSpan } from "./data-span.ts";

/** A time range by name. */
export type TimePreset = TimeRange & { label: string };

/** Ranges that end now. */
export const RECENT: readonly TimePreset[] = [
  { label: "Last hour", from: "-1h" },
  { label: "Last 24 hours", from: "-24h" },
  { label: "Last 7 days", from: "-7d" },
  { label: "Last 30 days", from: "-30d" },
  { label: "Last year", from: "-1y" },
];

/** Ranges of whole days that end with the day of the newest event: what is history has no "last week". */
export function dataPresets({ oldest, newest }: DataSpan, timeZone: string): TimePreset[] {
  const { year, month, day } = calendarDate(new Date(newest), timeZone);
  const iso = (...date: [number, number, number]) => isoInZone(dayStart(...date, timeZone), timeZone);
  const to = iso(year, month, day + 1);
  const first = calendarDate(new Date(oldest), timeZone);
  const all = { from: iso(first.year, first.month, first.day), to };
  return [
    { label: `All of the data: ${printTimeRange(all, timeZone)}`, ...all },
    { label: "Its last day", from: iso(year, month, day), to },
    { label: "Its last week", from: iso(year, month, day - 6), to },
    { label: "Its last month", from: iso(year, month - 1, day + 1), to },
    { label: "Its last year", from: iso(year - 1, month, day + 1), to },
  ];
}

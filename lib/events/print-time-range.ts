import { isDayStart } from "./calendar-span.ts";
import { parseTimeBound } from "./time-bound.ts";
import type { TimeRange } from "./time-range-text.ts";
import { isoInZone } from "./time-zone.ts";

/**
 * A range as one would type it, so that `parseTimeRangeText` reads the same range back: `3d`, `2024-07-31` (a whole day),
 * `2024-07-01 – 2024-07-31`, `since 2024-07-31 14:05:09 +02:00`; empty for all times.
 */
export function printTimeRange({ from, to }: TimeRange, timeZone: string): string {
  if (from === undefined && to === undefined) return "";
  if (to === undefined) return from?.startsWith("-") ? from.slice(1) : `since ${stamp(from ?? "", timeZone)}`;
  if (from === undefined) return `until ${stamp(to, timeZone)}`;
  return wholeDays(from, to, timeZone) ?? `${stamp(from, timeZone)} – ${stamp(to, timeZone)}`;
}

function wholeDays(from: string, to: string, timeZone: string): string | null {
  const [start, end] = [instantOf(from), instantOf(to)];
  if (start === null || end === null || start >= end) return null;
  if (!isDayStart(start, timeZone) || !isDayStart(end, timeZone)) return null;
  const [first, last] = [isoInZone(start, timeZone), isoInZone(end - 1, timeZone)].map((iso) => iso.slice(0, 10));
  return first === last ? `${first}` : `${first} – ${last}`;
}

function instantOf(bound: string): number | null {
  return bound.startsWith("-") ? null : (parseTimeBound(bound, new Date(0))?.getTime() ?? null);
}

/** `2024-07-31 14:05:09 +02:00`, fractions of a second where there are any. */
function stamp(bound: string, timeZone: string): string {
  const instant = instantOf(bound);
  if (instant === null) return bound;
  const [, date, time, offset = ""] = /^(.+)T([\d:.]+)(.+)$/.exec(isoInZone(instant, timeZone)) ?? [];
  return date === undefined ? bound : `${date} ${time} ${offset === "Z" ? "+00:00" : offset}`;
}

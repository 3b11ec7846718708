import { calendarDate, dayStart, isDayStart } from "./calendar-span.ts";
import { parseTimeBound } from "./time-bound.ts";
import { TIME_LIMITS } from "./time-limits.ts";
import type { TimeRange } from "./time-range-text.ts";
import { isoInZone } from "./time-zone.ts";

type Context = { now: Date; timeZone: string };
type Relative = { count: number; unit: string };

const MOST = 99_999;
const DAY_MS = 86_400_000;

/**
 * The range before (-1) or after (1) one that has a beginning and an end, as long as that: months of the calendar for
 * whole months, days for whole days, `-14d` to `-7d` before `-7d`.
 * @returns null where there is none: one end is open, or time itself ends.
 */
export function shiftedRange(range: TimeRange, direction: 1 | -1, { now, timeZone }: Context): TimeRange | null {
  const relative = relativeEnds(range);
  if (relative) {
    const { from, to, unit } = relative;
    const length = from - to;
    return relativeRange(from - direction * length, to - direction * length, unit);
  }
  const ends = instants(range, now);
  if (ends === null) return null;
  const [from, to] = ends;
  const moved = wholeDays(from, to, timeZone)
    ? movedDays(from, to, direction, timeZone)
    : ([from + direction * (to - from), to + direction * (to - from)] as const);
  return absoluteRange(...moved, timeZone);
}

type Surroundings = {
  /** Where the events of a range with an open end begin and end, ISO 8601. */
  shown?: { from: string; to: string };
  /** The first and the last of all events, in ms: what reaches beyond both is all of time. */
  data?: { first: number; last: number } | null;
};

/**
 * A range twice as long about the same middle; one that moves with now reaches back twice as far.
 * @returns null where nothing is left to widen.
 */
export function widenedRange(range: TimeRange, context: Context & Surroundings): TimeRange | null {
  const widened = doubledRange(range, context);
  const { data, now } = context;
  if (widened === null || !data) return widened;
  const [start, end] = [widened.from, widened.to].map((bound) =>
    bound === undefined ? undefined : parseTimeBound(bound, now)?.getTime(),
  );
  const isAll = (start ?? data.first) <= data.first && (end ?? data.last + 1) > data.last;
  return isAll ? {} : widened;
}

function doubledRange(range: TimeRange, { now, timeZone, shown }: Context & Surroundings): TimeRange | null {
  const relative = relativeEnds(range);
  if (relative?.to === 0) return relativeRange(relative.from * 2, 0, relative.unit);
  const { from, to } = range;
  if (from === undefined && to === undefined) return null;
  const ends = instants({ from: from ?? shown?.from, to: to ?? shown?.to }, now);
  if (ends === null) return null;
  const [start, end] = ends;
  const length = end - start;
  // An open end stays open, so the other one goes all the way.
  const isBothWays = from !== undefined && to !== undefined;
  const step = wholeDays(start, end, timeZone) ? DAY_MS : 1000;
  const half = Math.ceil(length / (isBothWays ? 2 : 1) / step) * step;
  const [wider, later] = [snapped(start - half, step, timeZone), snapped(end + half, step, timeZone)];
  const widened = absoluteRange(wider, later, timeZone);
  if (widened === null) return null;
  return {
    ...(from !== undefined && { from: widened.from }),
    ...(to !== undefined && { to: widened.to }),
  };
}

function relativeEnds({ from, to }: TimeRange): { from: number; to: number; unit: string } | null {
  const start = relativeOf(from);
  if (start === null) return null;
  if (to === undefined) return { from: start.count, to: 0, unit: start.unit };
  const end = relativeOf(to);
  if (end === null || (end.unit !== start.unit && end.count > 0) || end.count >= start.count) return null;
  return { from: start.count, to: end.count, unit: start.unit };
}

function relativeOf(bound: string | undefined): Relative | null {
  const match = /^-(?<count>\d+)(?<unit>[smhdwMy])$/.exec(bound ?? "")?.groups;
  return match ? { count: Number(match["count"]), unit: match["unit"] ?? "" } : null;
}

/** What would begin at now or later doesn't move with it. */
function relativeRange(from: number, to: number, unit: string): TimeRange | null {
  if (from > MOST || to < 0) return null;
  return to === 0 ? { from: `-${from}${unit}` } : { from: `-${from}${unit}`, to: `-${to}${unit}` };
}

function instants({ from, to }: TimeRange, now: Date): [number, number] | null {
  if (from === undefined || to === undefined) return null;
  const [start, end] = [from, to].map((bound) => parseTimeBound(bound, now)?.getTime());
  return start === undefined || end === undefined || start >= end ? null : [start, end];
}

function absoluteRange(fromMs: number, toMs: number, timeZone: string): TimeRange | null {
  const [from, to] = [Math.max(fromMs, TIME_LIMITS.first), Math.min(toMs, TIME_LIMITS.last)];
  return from >= to ? null : { from: isoInZone(from, timeZone), to: isoInZone(to, timeZone) };
}

function wholeDays(from: number, to: number, timeZone: string): boolean {
  return isDayStart(from, timeZone) && isDayStart(to, timeZone);
}

function movedDays(from: number, to: number, direction: number, timeZone: string): readonly [number, number] {
  const [start, end] = [from, to].map((timeMs) => calendarDate(new Date(timeMs), timeZone));
  if (!start || !end) return [from, to];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const days = daysBetween(start, end);
  const isMonths = start.day === 1 && end.day === 1;
  const moved = ({ year, month, day }: typeof start) =>
    isMonths
      ? dayStart(year, month + direction * months, 1, timeZone)
      : dayStart(year, month, day + direction * days, timeZone);
  return [moved(start), moved(end)];
}

function daysBetween(a: { year: number; month: number; day: number }, b: typeof a): number {
  const day = ({ year, month, day: date }: typeof a) => Date.UTC(year, month - 1, date) / DAY_MS;
  return day(b) - day(a);
}

/** Whole days stay whole where the clocks change. */
function snapped(timeMs: number, step: number, timeZone: string): number {
  if (step !== DAY_MS) return timeMs;
  const { year, month, day } = calendarDate(new Date(timeMs + DAY_MS / 2), timeZone);
  return dayStart(year, month, day, timeZone);
}

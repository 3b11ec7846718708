import { TIME_LIMITS } from "./time-limits.ts";
import { instantOfLocal, offsetAt, offsetChanges } from "./time-zone.ts";
import { intervalMs, MAX_BUCKETS, type TimelineInterval } from "./timeline-interval.ts";

const DAY_MS = 86_400_000;
/** Weeks begin on Monday; 1970-01-05 was one. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** Where buckets start (ms), from the one that holds `first` to the one that holds `last`, and where the last ends. */
export type TimelineBuckets = { starts: number[]; end: number };

/**
 * The buckets between two instants, as the zone's clocks and calendar divide the time: days last 23 to 25 hours where
 * the clocks change, and an hour that comes twice is two buckets. Where time itself ends, so does the bucket.
 * @returns null when there would be more than `MAX_BUCKETS`.
 */
export function timelineBuckets(
  firstMs: number,
  lastMs: number,
  interval: TimelineInterval,
  tz: string,
): TimelineBuckets | null {
  if ((lastMs - firstMs) / intervalMs(interval) > MAX_BUCKETS + 200) return null;
  const isCalendar = interval.unit === "d" || interval.unit === "w" || interval.unit === "month";
  const buckets = isCalendar
    ? calendarBuckets(firstMs, lastMs, interval, tz)
    : clockBuckets(firstMs, lastMs, interval, tz);
  return buckets.starts.length > MAX_BUCKETS ? null : withinLimits(buckets);
}

/** Only the first start and the end can lie outside: all others are between two instants of events. */
function withinLimits({ starts: [first, ...starts], end }: TimelineBuckets): TimelineBuckets {
  return {
    starts: first === undefined ? [] : [Math.max(first, TIME_LIMITS.first), ...starts],
    end: Math.min(end, TIME_LIMITS.last),
  };
}

function calendarBuckets(firstMs: number, lastMs: number, interval: TimelineInterval, tz: string): TimelineBuckets {
  const local = (timeMs: number) => timeMs + offsetAt(timeMs, tz);
  // An instant's index can't be read off its clock alone where midnight comes twice: the day begins with the first.
  let index = calendarIndex(local(firstMs), interval);
  while (bucketStart(index, interval, tz) > firstMs) index--;
  while (bucketStart(index + 1, interval, tz) <= firstMs) index++;
  const starts: number[] = [];
  let start = bucketStart(index, interval, tz);
  while (start <= lastMs) {
    starts.push(start);
    start = bucketStart(++index, interval, tz);
  }
  return { starts, end: start };
}

function calendarIndex(localMs: number, interval: TimelineInterval): number {
  if (interval.unit === "month") {
    const date = new Date(localMs);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  }
  return Math.floor((localMs - anchorMs(interval)) / intervalMs(interval));
}

function bucketStart(index: number, interval: TimelineInterval, tz: string): number {
  if (interval.unit !== "month") return instantOfLocal(anchorMs(interval) + index * intervalMs(interval), tz);
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(index / 12), index - Math.floor(index / 12) * 12, 1);
  return instantOfLocal(date.getTime(), tz);
}

function anchorMs(interval: TimelineInterval): number {
  return interval.unit === "w" ? FIRST_MONDAY_MS : 0;
}

/** Between two changes of the clocks, buckets start where the local time is a multiple of the interval. */
function clockBuckets(firstMs: number, lastMs: number, interval: TimelineInterval, tz: string): TimelineBuckets {
  const step = intervalMs(interval);
  const begin = firstMs - step - DAY_MS;
  const finish = lastMs + step + DAY_MS;
  const changes = offsetChanges(begin, finish, tz);
  const starts: number[] = [];
  for (const [number, segmentStart] of [begin, ...changes].entries()) {
    const segmentEnd = changes[number] ?? finish;
    const offset = offsetAt(segmentStart, tz);
    const indexBefore = Math.floor((segmentStart - 1 + offsetAt(segmentStart - 1, tz)) / step);
    // A change of the clocks that leads into another multiple begins a bucket.
    if (number > 0 && Math.floor((segmentStart + offset) / step) !== indexBefore) starts.push(segmentStart);
    let start = Math.ceil((segmentStart + offset) / step) * step - offset;
    if (start === starts.at(-1)) start += step;
    // Only the bucket that holds the first instant is needed of those before it.
    if (start < firstMs - step) start += Math.floor((firstMs - step - start) / step) * step;
    for (; start < segmentEnd; start += step) starts.push(start);
  }
  const firstIndex = starts.findLastIndex((start) => start <= firstMs);
  const endIndex = starts.findIndex((start) => start > lastMs);
  return { starts: starts.slice(firstIndex, endIndex), end: starts[endIndex] ?? finish };
}

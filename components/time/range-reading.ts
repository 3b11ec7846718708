import { parseTimeBound } from "#lib/events/time-bound.ts";
import type { TimeRange } from "#lib/events/time-range-text.ts";
import { lengthText } from "./duration-text.ts";
import { formatTime } from "./format-time.ts";

/** A range in absolute times with their offsets, and how long it is: a line each, none for all times. */
export function rangeReading({ from, to }: TimeRange, { now, timeZone }: { now: Date; timeZone: string }): string[] {
  const instant = (bound: string | undefined) => (bound === undefined ? null : parseTimeBound(bound, now));
  const text = (time: Date) => formatTime(time.toISOString(), timeZone);
  const [start, end] = [instant(from), instant(to)];
  const isUntilNow = start !== null && to === undefined && from?.startsWith("-");
  const lines: string[] = [];
  if (start) lines.push(`from  ${text(start)}`);
  if (end) lines.push(`until ${text(end)}${start ? `, ${lengthText(end.getTime() - start.getTime())}` : ""}`);
  if (isUntilNow) lines.push(`until ${text(now)}, now`);
  return lines;
}

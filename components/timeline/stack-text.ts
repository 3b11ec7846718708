import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { isoInZone } from "#lib/events/time-zone.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { bucketTime, intervalLabel } from "./bucket-label.ts";
import { bucketCount } from "./plot-scale.ts";
import { seriesCount } from "./series-text.ts";

type Span = { first: number; last: number };

/** All events of a timeline. */
export function stackTotal({ series }: Pick<TimelineStack, "series">): number {
  return series.reduce((sum, { count }) => sum + count, 0);
}

/** The zone of a timeline with its offset, with both where the clocks change in between. */
export function zoneText({ tz, starts, end }: TimelineStack): string {
  const offsetOf = (iso: string) => (iso.endsWith("Z") ? "+00:00" : iso.slice(-6));
  const offsets = [...new Set([...starts, ...(end === null ? [] : [end])].map(offsetOf))];
  const shown = offsets.length > 2 ? offsets.slice(0, 2) : offsets;
  return [tz.replaceAll("_", " "), shown.join(" and ")].filter((part) => part !== "").join(" ");
}

/**
 * From when to when some buckets reach: days, weeks and months by the first and the last day or month, else by two
 * times, of which the first leaves out what it has in common with the second.
 */
export function spanText({ interval, starts, end, tz }: TimelineStack, { first, last }: Span): string {
  const [start, next] = [starts[first] ?? "", starts[last + 1] ?? end ?? ""];
  const isCalendar = interval === "month" || /[dw]$/.test(interval);
  if (isCalendar) {
    const lastInstant = isoInZone(Date.parse(next) - 1, tz);
    const [from, to] = [start, lastInstant].map((iso) => bucketTime(iso, interval));
    return from === to ? `${from}` : `${from} – ${to}`;
  }
  const [from, to] = [start, next].map((iso) => bucketTime(iso, interval));
  const [date, time, offset] = (from ?? "").split(" ");
  const [toDate, toTime, toOffset] = (to ?? "").split(" ");
  if (offset !== toOffset) return `${from} – ${to}`;
  return `${date} ${time} – ${date === toDate ? "" : `${toDate} `}${toTime} ${offset}`;
}

/** What is said of a bucket, one of its parts or several buckets: `2024-05-03, 12 events, 3 failures`. */
export function partText(stack: TimelineStack, part: Span & { series: number | null }): string {
  const { first, last, series } = part;
  const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const events = indexes.reduce((sum, index) => sum + bucketCount(stack, index), 0);
  const failures = indexes.reduce((sum, index) => sum + (stack.failures[index] ?? 0), 0);
  const parts = [spanText(stack, part), countOf(events, "event"), countOf(failures, "failure")];
  if (series !== null) parts.push(`of these ${seriesCount(stack, series, stack.counts[first]?.[series] ?? 0)}`);
  return parts.join(", ");
}

/** The whole timeline in a sentence, for those who can't see it. */
export function stackSummary(stack: TimelineStack): string {
  const { starts, interval, series, by } = stack;
  const last = starts.length - 1;
  const total = stackTotal(stack);
  if (last < 0) return "No events";
  const most = starts.reduce((top, _, index) => (bucketCount(stack, index) > bucketCount(stack, top) ? index : top), 0);
  const parts = series.map(({ count }, index) => seriesCount(stack, index, count)).join(", ");
  return [
    `${countOf(total, "event")} by ${by}: ${parts};`,
    `from ${bucketTime(starts[0] ?? "", interval)} to ${bucketTime(starts[last] ?? "", interval)} ${intervalLabel(interval)};`,
    `most, ${formatCount(bucketCount(stack, most))}, at ${bucketTime(starts[most] ?? "", interval)}`,
  ].join(" ");
}

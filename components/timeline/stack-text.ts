import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { bucketTime, intervalLabel } from "./bucket-label.ts";
import { bucketCount } from "./plot-scale.ts";
import { seriesCount } from "./series-text.ts";

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

/** From when to when some buckets reach; days, weeks and months by the first and the last of them. */
export function spanText(stack: TimelineStack, { first, last }: { first: number; last: number }): string {
  const { interval, starts } = stack;
  const isCalendar = interval === "month" || /[dw]$/.test(interval);
  const from = bucketTime(starts[first] ?? "", interval);
  if (isCalendar) return first === last ? from : `${from} – ${bucketTime(starts[last] ?? "", interval)}`;
  return `${from} – ${bucketTime(starts[last + 1] ?? stack.end ?? "", interval)}`;
}

/** What is said of a bucket, one of its parts or several buckets: `2024-05-03, 12 events, 3 failures`. */
export function partText(stack: TimelineStack, part: { first: number; last: number; series: number | null }): string {
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

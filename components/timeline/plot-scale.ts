import type { TimelineStack } from "#lib/events/timeline-stack.ts";

/** Where the bars stand in the chart's place, px: beside them the counts, below them the times. */
export const PLOT = { left: 44, top: 8, bottom: 24 } as const;
/** A part of a bar that is lower than this can be met as if it were so high. */
const LEAST_TARGET_PX = 5;

/** The numbers at the axis: from zero, up to four steps of 1, 2 or 5 times a power of ten, the last not under the most. */
export function axisTicks(most: number): number[] {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, index) => index * step);
}

/** The events of one bucket. */
export function bucketCount(stack: TimelineStack, index: number): number {
  return (stack.counts[index] ?? []).reduce((sum, count) => sum + count, 0);
}

/** The events of the bucket that has most. */
export function mostEvents(stack: TimelineStack): number {
  return stack.starts.reduce((most, _, index) => Math.max(most, bucketCount(stack, index)), 0);
}

/** The bucket at a place between the left (0) and the right (1) end of the axis. */
export function bucketAt(share: number, buckets: number): number {
  return Math.min(Math.max(Math.floor(share * buckets), 0), buckets - 1);
}

/**
 * The series of a bucket at a height; null above the bar.
 * @param height px over the axis
 * @param pxPerEvent how high an event is
 */
export function seriesAt(counts: readonly number[], height: number, pxPerEvent: number): number | null {
  let foot = 0;
  let found: number | null = null;
  for (const [series, count] of counts.entries()) {
    if (count === 0) continue;
    const top = foot + count * pxPerEvent;
    const reach = (LEAST_TARGET_PX - count * pxPerEvent) / 2;
    // The upper of two that reach over each other: it is the smaller one more often, and drawn last.
    if (height >= foot - Math.max(reach, 0) && height <= top + Math.max(reach, 0)) found = series;
    foot = top;
  }
  return found;
}

/** How much of a bucket, from 0 to 1, lies before and after what the filter asks for. */
export function cutShares(stack: TimelineStack): { before: number; after: number } {
  const { starts, end, from, to } = stack;
  const share = (index: number, bound: string | null) => {
    const [start, next] = [starts[index], starts[index + 1] ?? end].map((time) => Date.parse(time ?? ""));
    if (bound === null || start === undefined || next === undefined) return null;
    const part = (Date.parse(bound) - start) / (next - start);
    return part > 0 && part < 1 ? part : null;
  };
  const after = share(starts.length - 1, to);
  return { before: share(0, from) ?? 0, after: after === null ? 0 : 1 - after };
}

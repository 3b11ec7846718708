import { type EventFilter, filterTimeRange } from "./filter.ts";
import type { Timeline, TimelineGrouping } from "./timeline.ts";

/** So many groups are told apart; the rest is summed up. */
export const MAX_SERIES = 6;
/** How many colours there are for groups that mean no outcome or access. */
export const GROUP_COLOURS = 6;

/** One part of every bar. */
export type StackSeries = {
  /** A value of the grouping (null: events without one), or all that isn't in the series before it. */
  value: string | null | { rest: number };
  count: number;
  /** What it means, which gives it its colour; a number is a colour of its own, the same for a value each time. */
  meaning: "success" | "failure" | "read" | "write" | "none" | "rest" | number;
};

/** A timeline as a chart draws it: bars in parts. The parts of a bar sum up to the bucket's events. */
export type TimelineStack = Pick<Timeline, "interval" | "tz" | "end"> & {
  by: "outcome" | TimelineGrouping;
  starts: string[];
  /** From the foot of the bars up. */
  series: StackSeries[];
  /** Of each bucket, the events of each series. */
  counts: number[][];
  /** Of each bucket, how many failed, whatever the series. */
  failures: number[];
  /** What the filter asks for, ISO 8601: a bucket may reach beyond it. */
  from: string | null;
  to: string | null;
};

/** Takes a timeline apart by outcome, or by the grouping that it was counted with. */
export function timelineStack(
  timeline: Timeline,
  { filter, by, now }: { filter: EventFilter; by?: TimelineGrouping; now: Date },
): TimelineStack {
  const { interval, tz, end, buckets } = timeline;
  const { from, to } = filterTimeRange(filter, now);
  const series = by === undefined ? outcomeSeries(timeline) : groupSeries(timeline, by);
  const values = series.map(({ value }) => value);
  return {
    interval,
    tz,
    end,
    by: by ?? "outcome",
    starts: buckets.map(({ start }) => start),
    series,
    counts: buckets.map(({ success, failure, groups = [] }) => {
      if (by === undefined) return [success, failure];
      const counts = values.map((value) => {
        const group = groups.find((candidate) => candidate.value === value);
        return group ? group.success + group.failure : 0;
      });
      const rest = values.findIndex((value) => value !== null && typeof value === "object");
      if (rest !== -1) counts[rest] = success + failure - counts.reduce((sum, count) => sum + count, 0);
      return counts;
    }),
    failures: buckets.map(({ failure }) => failure),
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
  };
}

function outcomeSeries({ buckets }: Timeline): StackSeries[] {
  const sum = (outcome: "success" | "failure") => buckets.reduce((total, bucket) => total + bucket[outcome], 0);
  return (["success", "failure"] as const).map((outcome) => ({
    value: outcome,
    count: sum(outcome),
    meaning: outcome,
  }));
}

function groupSeries(
  { buckets, groups = [], groupsTotal = groups.length }: Timeline,
  by: TimelineGrouping,
): StackSeries[] {
  const shown = groups.slice(0, MAX_SERIES);
  const taken = new Set<number>();
  const series: StackSeries[] = shown.map(({ value, success, failure }) => ({
    value,
    count: success + failure,
    meaning: meaningOf(value, by, taken),
  }));
  // Reads are the ground that writes stand on, whichever are more.
  if (by === "access") series.sort((a, b) => Number(a.meaning === "write") - Number(b.meaning === "write"));
  if (groupsTotal <= shown.length) return series;
  const total = buckets.reduce((sum, { success, failure }) => sum + success + failure, 0);
  const count = total - series.reduce((sum, part) => sum + part.count, 0);
  return [...series, { value: { rest: groupsTotal - shown.length }, count, meaning: "rest" }];
}

function meaningOf(value: string | null, by: TimelineGrouping, taken: Set<number>): StackSeries["meaning"] {
  if (value === null) return "none";
  return by === "access" && (value === "read" || value === "write") ? value : colourOf(value, taken);
}

/** A value's own colour, or the next that is free: a filter that changes the order changes no colours. */
function colourOf(value: string, taken: Set<number>): number {
  let colour =
    [...value].reduce((hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7) %
    GROUP_COLOURS;
  while (taken.has(colour)) colour = (colour + 1) % GROUP_COLOURS;
  taken.add(colour);
  return colour;
}

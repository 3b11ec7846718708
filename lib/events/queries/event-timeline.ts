import { type EventFilter, filterTimeRange } from "#lib/events/filter.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { isTimeZone } from "#lib/events/time-zone.ts";
import type { Timeline, TimelineGrouping } from "#lib/events/timeline.ts";
import { type TimelineBuckets, timelineBuckets } from "#lib/events/timeline-buckets.ts";
import {
  finestInterval,
  intervalForSpan,
  MAX_BUCKETS,
  parseTimelineInterval,
  type TimelineInterval,
} from "#lib/events/timeline-interval.ts";
import { resolveAsOf } from "./current-commit.ts";
import { eventCountsSql } from "./event-counts-sql.ts";
import { bucketCounts } from "./bucket-counts.ts";
import { eventSpan } from "./event-span.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type EventTimelineOptions = {
  filter: EventFilter;
  /** Such as `15m`, `1d` or `month`; chosen by the span of the matches when absent. */
  interval?: string;
  /** IANA name whose clocks and calendar divide the time; UTC when absent. */
  tz?: string;
  by?: TimelineGrouping;
  /** From the filter's `from` to its `to`, and not only where there are matches; an end that is open is a match's. */
  isWholeRange?: boolean;
  /** Only this principal's, by our number. */
  principalRef?: number;
  asOf?: number;
  now?: Date;
};

/**
 * How many events succeeded and failed in each bucket, from the first match to the last unless the whole range is asked
 * for.
 * @throws RequestError for an interval or zone that isn't one, and for an interval that is too fine.
 */
export async function eventTimeline(options: EventTimelineOptions): Promise<Timeline> {
  const { filter, tz = "UTC", by, principalRef } = options;
  const asked = options.interval === undefined ? null : askedInterval(options.interval);
  if (!isTimeZone(tz))
    throw new RequestError({ name: "tz", value: tz, message: "tz must be an IANA time zone such as Europe/Berlin" });
  const asOf = await resolveAsOf(options.asOf);
  const now = options.now ?? new Date();

  const matches = await eventSpan(filter, { asOf, now, principalRef });
  const span = options.isWholeRange ? wholeSpan(matches, filter, now) : matches;
  const interval = asked ?? intervalForSpan(span ? span.last - span.first : 0);
  if (!span)
    return { interval: interval.text, tz, buckets: [], end: null, asOf, ...(by && { groups: [], groupsTotal: 0 }) };
  const buckets = timelineBuckets(span.first, span.last, interval, tz);
  if (!buckets) throw tooFine(interval, finestInterval(span.last - span.first));

  const { sql: counted } = await eventCountsSql(filter, {
    asOf,
    now,
    principalRef,
    timeStep: stepOf(buckets),
    ...(by === "source" && { groupBy: "action_ref" }),
    ...(by === "project" && { groupBy: "project_ref" }),
  });
  const counts = await bucketCounts(counted, buckets, { tz, by });
  return { interval: interval.text, tz, asOf, ...counts };
}

/** From bound to bound: an open end is where the matches end, or now after a beginning that moves with it. */
function wholeSpan(
  matches: { first: number; last: number } | null,
  filter: EventFilter,
  now: Date,
): { first: number; last: number } | null {
  const { from, to } = filterTimeRange(filter, now);
  const isUntilNow = filter.to === undefined && filter.from?.startsWith("-");
  const first = from?.getTime() ?? matches?.first;
  // Where `to` is, no event is counted any more.
  const end = to?.getTime() ?? (isUntilNow ? Math.max(now.getTime(), (matches?.last ?? 0) + 1) : undefined);
  const last = end === undefined ? matches?.last : end - 1;
  return first === undefined || last === undefined || first > last ? matches : { first, last };
}

/** How far a rollup may cut off the time without moving an event into another bucket. */
function stepOf({ starts }: TimelineBuckets): "day" | "hour" | "exact" {
  if (starts.every((start) => start % DAY_MS === 0)) return "day";
  return starts.every((start) => start % HOUR_MS === 0) ? "hour" : "exact";
}

function askedInterval(text: string): TimelineInterval {
  const interval = parseTimelineInterval(text);
  if (interval) return interval;
  throw new RequestError({
    name: "interval",
    value: text,
    message: "interval must be a whole number with s, m, h, d or w, such as 15m, or month",
  });
}

function tooFine(interval: TimelineInterval, finest: TimelineInterval): RequestError {
  return new RequestError({
    name: "interval",
    value: interval.text,
    message: `interval ${interval.text} would give more than ${MAX_BUCKETS.toLocaleString("en")} buckets; the finest allowed here is ${finest.text}`,
  });
}

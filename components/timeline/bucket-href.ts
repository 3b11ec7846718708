import type { EventFilter } from "#lib/events/filter.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import { eventsHref, onlyValue, withTimes } from "#components/events/edit-filter.ts";

/** The events of one bucket, of one outcome or of both. */
export function bucketHref(
  timeline: Timeline,
  index: number,
  filter: EventFilter,
  outcome?: "success" | "failure",
): string {
  const from = timeline.buckets[index]?.start;
  const to = timeline.buckets[index + 1]?.start ?? timeline.end ?? undefined;
  const part = withTimes(filter, { from, to });
  return eventsHref(outcome === undefined ? part : onlyValue(part, "outcome", outcome));
}

import type { EventFilter } from "#lib/events/filter.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { bucketTime, intervalLabel } from "./bucket-label.ts";
import { TimelineChart } from "./timeline-chart.tsx";
import { TimelineTable } from "./timeline-table.tsx";

type Props = { timeline: Timeline; /** What is counted; a bar leads to its part of it. */ filter: EventFilter };

/** Events by time, success and failure stacked; the same as a table for those who read it, copy it or can't see it. */
export function TimelineFigure({ timeline, filter }: Props) {
  const success = timeline.buckets.reduce((sum, bucket) => sum + bucket.success, 0);
  const failure = timeline.buckets.reduce((sum, bucket) => sum + bucket.failure, 0);
  return (
    <figure className="min-w-0">
      <figcaption className="flex h-6 items-center gap-4 text-small text-ink-soft">
        <span>
          Events {intervalLabel(timeline.interval)}, {timeline.tz.replaceAll("_", " ")}
        </span>
        <span className="ml-auto inline-flex items-center gap-1.5">
          <span className="size-2.5 bg-bar" aria-hidden="true" /> {formatCount(success)} success
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2.5 bg-failure" aria-hidden="true" /> {countOf(failure, "failure")}
        </span>
      </figcaption>
      <div role="img" aria-label={summaryOf(timeline, success, failure)}>
        <TimelineChart timeline={timeline} filter={filter} />
      </div>
      <TimelineTable timeline={timeline} filter={filter} />
    </figure>
  );
}

function summaryOf({ buckets, interval }: Timeline, success: number, failure: number): string {
  const first = buckets[0];
  const last = buckets.at(-1);
  if (first === undefined || last === undefined) return "No events";
  const most = buckets.reduce((a, b) => (b.success + b.failure > a.success + a.failure ? b : a));
  return [
    `${countOf(success + failure, "event")}, ${formatCount(failure)} of them failures,`,
    `from ${bucketTime(first.start, interval)} to ${bucketTime(last.start, interval)} ${intervalLabel(interval)};`,
    `most, ${formatCount(most.success + most.failure)}, at ${bucketTime(most.start, interval)}`,
  ].join(" ");
}

import type { EventFilter } from "#lib/events/filter.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import { timelineStack } from "#lib/events/timeline-stack.ts";
import { TimelineView } from "./timeline-view.tsx";

type Props = { timeline: Timeline; /** What is counted; a bar leads to its part of it. */ filter: EventFilter };

/** Events by time, success and failure stacked; every part of it leads to the list of its events. */
export function TimelineFigure({ timeline, filter }: Props) {
  const { from, to, ...unbound } = filter;
  // Pages about one thing count all of its time, or say so by instants.
  const stack = timelineStack(timeline, { filter: { ...unbound, ...absolute({ from, to }) }, now: new Date(0) });
  return <TimelineView stack={stack} filter={filter} />;
}

function absolute(times: { from: string | undefined; to: string | undefined }) {
  return Object.fromEntries(Object.entries(times).filter(([, bound]) => bound !== undefined && !bound.startsWith("-")));
}

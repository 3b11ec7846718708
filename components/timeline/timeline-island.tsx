import type { EventFilter } from "#lib/events/filter.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { TimelineFigure } from "./timeline-figure.tsx";

/** The timeline once it is counted; its place stays as high when it can't be or is empty. */
export async function TimelineIsland({
  timeline,
  filter,
}: {
  timeline: Promise<Answer<Timeline>>;
  filter: EventFilter;
}) {
  const answer = await timeline;
  if ("problem" in answer) {
    return (
      <p className="py-4 text-ink-soft">
        {answer.problem === "slow" ? "Counting took too long and was stopped." : "Not counted"}
      </p>
    );
  }
  if (answer.data.buckets.length === 0) return null;
  return <TimelineFigure timeline={answer.data} filter={filter} />;
}

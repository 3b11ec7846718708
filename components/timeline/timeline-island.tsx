import type { EventFilter } from "#lib/events/filter.ts";
import type { EventSpan } from "#lib/events/queries/event-span.ts";
import type { Timeline, TimelineGrouping } from "#lib/events/timeline.ts";
import { timelineStack } from "#lib/events/timeline-stack.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { ExplorerTimeline } from "./explorer-timeline.tsx";

type Props = {
  timeline: Promise<Answer<Timeline>>;
  span: Promise<Answer<EventSpan | null>>;
  filter: EventFilter;
  by: TimelineGrouping | undefined;
  /** The instant that relative bounds were counted from. */
  now: Date;
  isFolded: boolean;
};

/** The timeline once it is counted; its place stays as high when it can't be or is empty. */
export async function TimelineIsland({ timeline, span: ofAll, filter, by, now, isFolded }: Props) {
  const [answer, span] = await Promise.all([timeline, ofAll]);
  if ("problem" in answer) {
    return (
      <p className={isFolded ? "text-ink-soft" : "min-h-52 py-4 text-ink-soft"}>
        {answer.problem === "slow" ? "Counting took too long and was stopped." : "Not counted"}
      </p>
    );
  }
  const stack = timelineStack(answer.data, { filter, now, ...(by && { by }) });
  return (
    <ExplorerTimeline stack={stack} filter={filter} span={"data" in span ? span.data : null} isFolded={isFolded} />
  );
}

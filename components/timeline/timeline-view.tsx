"use client";
import { useRouter } from "next/navigation";
import type { EventFilter } from "#lib/events/filter.ts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { countOf } from "#components/text/format-count.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { intervalLabel } from "./bucket-label.ts";
import { partFilter } from "./part-filter.ts";
import { stackTotal, zoneText } from "./stack-text.ts";
import { TimelineChart } from "./timeline-chart.tsx";
import { TimelineLegend } from "./timeline-legend.tsx";
import { TimelineTable } from "./timeline-table.tsx";

type Props = { stack: TimelineStack; filter: EventFilter };

/** A timeline on a page that isn't the list: what is chosen in it opens there. */
export function TimelineView({ stack, filter }: Props) {
  const router = useRouter();
  const show = (next: EventFilter) => router.push(eventsHref(next));
  return (
    <figure className="min-w-0">
      <figcaption className="flex min-h-6 flex-wrap items-center gap-x-4 text-small text-ink-soft">
        <CaptionText stack={stack} />
        <TimelineLegend stack={stack} filter={filter} show={show} />
      </figcaption>
      <TimelineChart
        stack={stack}
        actions={{
          show: (part, isElsewhere) => {
            const next = partFilter(stack, filter, part);
            if (isElsewhere) window.open(eventsHref(next), "_blank", "noopener");
            else show(next);
          },
        }}
      />
      <TimelineTable stack={stack} filter={filter} />
    </figure>
  );
}

/** How many events there are, how wide a bucket is and by which clocks. */
export function CaptionText({ stack }: { stack: TimelineStack }) {
  return (
    <span>
      {countOf(stackTotal(stack), "event")} {intervalLabel(stack.interval)}, {zoneText(stack)}
    </span>
  );
}

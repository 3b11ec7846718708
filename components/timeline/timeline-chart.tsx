"use client";
import type { ComponentProps } from "react";
import { lazyPart } from "#components/ui/lazy-part.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { TimelinePlot } from "./timeline-plot.tsx";

// The chart's code comes after the page can be used.
const Plot = lazyPart(() => import("./timeline-plot.tsx").then((module) => module.TimelinePlot), {
  name: "The chart",
  loading: <Skeleton className="h-40" />,
});

/** The chart, in a place that has its size from the start; without events it says so in it. */
export function TimelineChart(props: ComponentProps<typeof TimelinePlot>) {
  const isEmpty = props.stack.series.every(({ count }) => count === 0);
  return (
    <div className="relative h-40 print:w-[940px]">
      <Plot {...props} />
      {isEmpty && (
        <p className="pointer-events-none absolute inset-0 flex items-center justify-center pb-6 text-ink-soft">
          {props.stack.starts.length === 0 ? "No events to draw" : "No events in this time range"}
        </p>
      )}
    </div>
  );
}

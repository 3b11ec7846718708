"use client";
import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { TimelineBars } from "./timeline-bars.tsx";

// The chart's code comes after the page can be used.
const Bars = dynamic(() => import("./timeline-bars.tsx").then((module) => module.TimelineBars), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

/** The bars, in a place that has their size from the start. */
export function TimelineChart(props: ComponentProps<typeof TimelineBars>) {
  return (
    <div className="h-40">
      <Bars {...props} />
    </div>
  );
}

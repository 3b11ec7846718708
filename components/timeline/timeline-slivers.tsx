"use client";
import { memo } from "react";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { axisTicks, mostEvents, PLOT } from "./plot-scale.ts";
import { seriesColour } from "./series-text.ts";

/** The chart's place less the room for its axis. */
const HEIGHT_PX = 160 - PLOT.top - PLOT.bottom;
const LEAST_PX = 1;

/** A part of a bar that would be too low to be seen, as one failure among thousands of events, drawn two pixels high. */
export const TimelineSlivers = memo(function TimelineSlivers({ stack }: { stack: TimelineStack }) {
  const top = axisTicks(mostEvents(stack)).at(-1) ?? 1;
  const width = 100 / stack.starts.length;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute right-0"
      style={{ left: PLOT.left, top: PLOT.top, bottom: PLOT.bottom }}
    >
      {stack.counts.flatMap((counts, index) =>
        counts.map((count, series) => {
          const part = stack.series[series];
          if (count === 0 || part === undefined || (count / top) * HEIGHT_PX >= LEAST_PX) return null;
          const foot = counts.slice(0, series).reduce((sum, below) => sum + below, 0);
          return (
            <div
              key={`${index} ${series}`}
              className="absolute h-0.5"
              style={{
                left: `${(index + 0.06) * width}%`,
                width: `${0.88 * width}%`,
                bottom: `${(foot / top) * 100}%`,
                background: seriesColour(part),
              }}
            />
          );
        }),
      )}
    </div>
  );
});

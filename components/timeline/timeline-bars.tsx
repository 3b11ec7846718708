"use client";
import { memo } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { usePrinting } from "#components/shell/use-printing.ts";
import { shortCount } from "#components/text/format-count.ts";
import { tickLabel, tickStarts } from "./axis-times.ts";
import { axisTicks, mostEvents, PLOT } from "./plot-scale.ts";
import { seriesColour } from "./series-text.ts";

const TICK = { fill: "var(--ink-soft)", fontSize: 12 };

type Row = { start: string; counts: readonly number[] };

/** In px: A4 and Letter have room for it, lying (globals.css). */
const ON_PAPER = { width: 940, height: 160 };

/** One bar a bucket, in parts, from zero. Where the cursor is, is drawn over it: nothing here follows the mouse. */
export const TimelineBars = memo(function TimelineBars({ stack }: { stack: TimelineStack }) {
  const { starts, series, counts, interval } = stack;
  const rows: Row[] = starts.map((start, index) => ({ start, counts: counts[index] ?? [] }));
  const ticks = axisTicks(mostEvents(stack));
  const chart = (size?: typeof ON_PAPER) => (
    <BarChart
      {...size}
      data={rows}
      margin={{ top: PLOT.top, right: 0, bottom: 0, left: 0 }}
      barCategoryGap={rows.length > 200 ? 0 : "12%"}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="start"
        height={PLOT.bottom}
        ticks={tickStarts(starts, interval)}
        tickFormatter={(start: string) => tickLabel(start, interval)}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--line-strong)" }}
        minTickGap={40}
        interval="equidistantPreserveStart"
      />
      <YAxis
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={PLOT.left}
        ticks={ticks}
        domain={[0, ticks.at(-1) ?? 1]}
        interval={0}
        tickFormatter={shortCount}
      />
      {series.map((part, index) => (
        <Bar
          key={String(part.meaning)}
          dataKey={(row: Row) => row.counts[index] ?? 0}
          stackId="all"
          fill={seriesColour(part)}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
  // Paper is drawn before a change of size would be measured.
  if (usePrinting()) return chart(ON_PAPER);
  return (
    <ResponsiveContainer width="100%" height="100%">
      {chart()}
    </ResponsiveContainer>
  );
});

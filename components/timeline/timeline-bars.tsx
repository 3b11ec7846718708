"use client";
import { useRouter } from "next/navigation";
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from "recharts";
import type { EventFilter } from "#lib/events/filter.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import { formatCount } from "#components/text/format-count.ts";
import { bucketHref } from "./bucket-href.ts";
import { bucketLabel, bucketTime } from "./bucket-label.ts";

const TICK = { fill: "var(--ink-soft)", fontSize: 12 };

/** One bar a bucket, failures on top; a click shows that bucket's events. */
export function TimelineBars({ timeline, filter }: { timeline: Timeline; filter: EventFilter }) {
  const router = useRouter();
  const { buckets, interval } = timeline;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={buckets}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={buckets.length > 200 ? 0 : "12%"}
        accessibilityLayer={false}
        className="cursor-pointer"
        onClick={({ activeIndex }) => {
          if (activeIndex !== undefined && activeIndex !== null)
            router.push(bucketHref(timeline, Number(activeIndex), filter));
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="start"
          tickFormatter={(start: string) => bucketLabel(start, interval)}
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
          width={44}
          tickCount={4}
          allowDecimals={false}
          tickFormatter={formatCount}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--sunken)" }}
          content={(props: TooltipContentProps) => bucketTooltip(props, interval)}
        />
        <Bar dataKey="success" stackId="outcome" fill="var(--bar)" isAnimationActive={false} />
        <Bar dataKey="failure" stackId="outcome" fill="var(--failure)" isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}

function bucketTooltip({ active, payload, label }: TooltipContentProps, interval: string) {
  if (!active || payload.length === 0) return null;
  const [success = 0, failure = 0] = payload.map((entry) => Number(entry.value));
  return (
    <div className="rounded-md border border-line bg-panel px-3 py-2 text-small shadow-popover">
      <p className="font-mono">{bucketTime(String(label), interval)}</p>
      <p>{formatCount(success)} success</p>
      <p className={failure > 0 ? "text-failure" : "text-ink-soft"}>{formatCount(failure)} failure</p>
    </div>
  );
}

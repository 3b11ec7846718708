"use client";
import { CircleSlash2 } from "lucide-react";
import type { EventFilter } from "#lib/events/filter.ts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { formatCount } from "#components/text/format-count.ts";
import { seriesFilter, withoutSeries } from "./part-filter.ts";
import { seriesColour, seriesName } from "./series-text.ts";

type Props = { stack: TimelineStack; filter: EventFilter; show: (filter: EventFilter) => void };

/** What the parts of the bars are and how many events each has: a click shows one alone, with Alt all but it. */
export function TimelineLegend({ stack, filter, show }: Props) {
  return (
    <ul
      aria-label={`Stacked by ${stack.by}`}
      className="flex min-w-0 flex-wrap gap-x-2 sm:ml-auto sm:justify-end pointer-fine:sm:-mr-6"
    >
      {stack.series.map((series, index) => {
        const name = seriesName(stack, index);
        const without = withoutSeries(stack, filter, index);
        return (
          <li key={String(series.meaning)} className="group inline-flex h-6 min-w-0 items-center">
            <button
              type="button"
              className="inline-flex h-6 min-w-0 items-center gap-1.5 rounded-sm px-1 enabled:hover:bg-sunken enabled:hover:text-ink"
              title={`${titleOf(series.value, name)}: show alone; Alt-click: exclude`}
              disabled={series.count === 0}
              onClick={(event) => show((event.altKey && without) || seriesFilter(stack, filter, index))}
            >
              <span
                className="size-2.5 shrink-0 print:[print-color-adjust:exact]"
                style={{ background: seriesColour(series) }}
                aria-hidden="true"
              />
              <span className="shrink-0 text-ink">{formatCount(series.count)}</span>
              <span className="max-w-48 truncate">{name}</span>
            </button>
            <button
              type="button"
              className="inline-flex size-6 items-center justify-center rounded-sm opacity-0 hover:bg-sunken hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 disabled:invisible pointer-coarse:opacity-100 print:hidden"
              disabled={series.count === 0 || without === null}
              aria-label={`Exclude ${name}`}
              title={`Exclude ${name}`}
              onClick={() => without && show(without)}
            >
              <CircleSlash2 className="size-3.5" aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function titleOf(value: TimelineStack["series"][number]["value"], name: string): string {
  return typeof value === "string" ? value : name;
}

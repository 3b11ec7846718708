"use client";
import { useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { bucketTime } from "./bucket-label.ts";
import { partFilter } from "./part-filter.ts";
import { bucketCount } from "./plot-scale.ts";
import { seriesName } from "./series-text.ts";

type Props = { stack: TimelineStack; filter: EventFilter };

/** The timeline in numbers, made when it is opened. */
export function TimelineTable(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="text-small print:hidden" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm py-1 pr-2 text-ink-soft hover:text-ink">In numbers</summary>
      {isOpen && (
        <ScrollRegion label="Timeline in numbers" className="max-h-72 w-fit max-w-full">
          <Buckets {...props} />
        </ScrollRegion>
      )}
    </details>
  );
}

/** Buckets without events are left out. */
function Buckets({ stack, filter }: Props) {
  const indexes = stack.starts.flatMap((_, index) => (bucketCount(stack, index) > 0 ? [index] : []));
  const names = stack.series.map((_, index) => seriesName(stack, index));
  return (
    <Table>
      <thead>
        <tr>
          <Th className="sticky top-0 bg-paper">From</Th>
          {names.map((name) => (
            <Th key={name} className="sticky top-0 bg-paper text-right">
              {name[0]?.toUpperCase()}
              {name.slice(1)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indexes.map((index) => (
          <tr key={stack.starts[index]}>
            <Td className="font-mono">
              <PartLink stack={stack} filter={filter} index={index} series={null}>
                {bucketTime(stack.starts[index] ?? "", stack.interval)}
              </PartLink>
            </Td>
            {names.map((name, series) => (
              <Td key={name} className="text-right">
                <PartLink stack={stack} filter={filter} index={index} series={series}>
                  {formatCount(stack.counts[index]?.[series] ?? 0)}
                </PartLink>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function PartLink({
  stack,
  filter,
  index,
  series,
  children,
}: Props & { index: number; series: number | null; children: string }) {
  // What isn't there may be what the filter leaves out.
  if (children === "0") return children;
  const part = partFilter(stack, filter, { first: index, last: index, series });
  return <TextLink href={eventsHref(part)}>{children}</TextLink>;
}

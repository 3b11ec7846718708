"use client";
import { useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import type { Timeline } from "#lib/events/timeline.ts";
import { formatCount } from "#components/text/format-count.ts";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { bucketHref } from "./bucket-href.ts";
import { bucketTime } from "./bucket-label.ts";

type Props = { timeline: Timeline; filter: EventFilter };

/** The timeline in numbers, made when it is opened. */
export function TimelineTable(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="text-small print:hidden" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm py-1 pr-2 text-ink-soft hover:text-ink">In numbers</summary>
      {isOpen && (
        <ScrollRegion label="Timeline in numbers" className="max-h-72 max-w-md">
          <Buckets {...props} />
        </ScrollRegion>
      )}
    </details>
  );
}

/** Buckets without events are left out. */
function Buckets({ timeline, filter }: Props) {
  const rows = timeline.buckets
    .map((bucket, index) => ({ ...bucket, index }))
    .filter(({ success, failure }) => success + failure > 0);
  return (
    <Table>
      <thead>
        <tr>
          <Th className="sticky top-0 bg-paper">From</Th>
          <Th className="sticky top-0 bg-paper text-right">Success</Th>
          <Th className="sticky top-0 bg-paper text-right">Failure</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ start, success, failure, index }) => (
          <tr key={start}>
            <Td className="font-mono">
              <TextLink href={bucketHref(timeline, index, filter)}>{bucketTime(start, timeline.interval)}</TextLink>
            </Td>
            <Td className="text-right">
              <TextLink href={bucketHref(timeline, index, filter, "success")}>{formatCount(success)}</TextLink>
            </Td>
            <Td className="text-right">
              <TextLink href={bucketHref(timeline, index, filter, "failure")}>{formatCount(failure)}</TextLink>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

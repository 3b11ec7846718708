import { Suspense } from "react";
import type { EventCounts } from "#lib/events/event-counts.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { PartBoundary } from "#components/explorer/part-boundary.tsx";
import { withAbsoluteTimes } from "#components/export/export-address.ts";
import { ExplorerExport } from "#components/export/explorer-export.tsx";
import type { Answer } from "#components/states/answer-of.ts";
import { LiveToggle } from "#components/table/live-toggle.tsx";
import { LookButton } from "#components/table/look-button.tsx";
import type { TableLook } from "#components/table/table-look.ts";
import { ListCounts } from "./list-counts.tsx";

type Props = {
  filter: EventFilter;
  /** The commit that is shown. */
  asOf: number;
  matching: Promise<Answer<EventCounts>>;
  total: Promise<Answer<EventCounts>>;
  look: TableLook;
  order: "asc" | "desc";
  /** The instant that relative times count from. */
  now: Date;
};

/** How many events match of how many there are, what the table is set to, and all of them as a file. */
export function ListHeading({ filter, asOf, matching, total, look, order, now }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {/* On a phone the controls stand below, before the counts are there, too. */}
      <div className="flex flex-wrap items-center gap-x-4 in-data-stale:opacity-50 max-sm:min-h-12 max-sm:basis-full">
        <PartBoundary name="The counts">
          <Suspense fallback={<p className="flex h-8 items-center text-ink-soft">Still counting…</p>}>
            <ListCounts filter={filter} matching={matching} total={total} />
          </Suspense>
        </PartBoundary>
      </div>
      <div className="ml-auto flex items-center gap-2 print:hidden">
        <LiveToggle />
        <LookButton look={look} />
        {/* There whether or not counting took too long: an export has no time limit. */}
        <ExplorerExport filter={withAbsoluteTimes(filter, now)} asOf={asOf} order={order} />
      </div>
    </div>
  );
}

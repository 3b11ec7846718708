import { type ReactNode, Suspense } from "react";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { listEvents } from "#lib/events/queries/list-events.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import type { DataSpan } from "#components/events/data-span.ts";
import { FilterPanel } from "#components/events/filter-panel.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** The filter stands apart from what it filters, so that it can be used whatever becomes of that. */
export default function EventsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="-mx-4 sm:-mx-6 md:-mb-16 md:-mt-4 md:flex md:h-[calc(100dvh-3rem)] md:flex-col md:pt-3 print:mx-0 print:block print:h-auto">
      <h1 className="sr-only">Events</h1>
      <Suspense fallback={<Skeleton className="mx-4 mb-2 h-17 max-xl:h-27 max-sm:h-30 sm:mx-6" />}>
        <Filters />
      </Suspense>
      <div className="min-h-0 flex-1 md:overflow-auto print:overflow-visible">{children}</div>
    </div>
  );
}

async function Filters() {
  const timeZone = await readTimeZone();
  return <FilterPanel span={readSpan()} views={answerOf(listViews())} timeZone={timeZone} />;
}

/** Not waited for: the filter must be usable while the database is slow. */
async function readSpan(): Promise<DataSpan | null> {
  const edge = (order: "asc" | "desc") => answerOf(listEvents({ filter: ALL_EVENTS, limit: 1, order }));
  const [first, last] = await Promise.all([edge("asc"), edge("desc")]);
  const oldest = "data" in first ? first.data.events[0]?.eventTime : undefined;
  const newest = "data" in last ? last.data.events[0]?.eventTime : undefined;
  return oldest === undefined || newest === undefined ? null : { oldest, newest };
}

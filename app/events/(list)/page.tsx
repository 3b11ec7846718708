import type { Metadata } from "next";
import { Suspense } from "react";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { currentCommit } from "#lib/events/queries/current-commit.ts";
import { eventSpan } from "#lib/events/queries/event-span.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { explorerPage } from "#lib/events/queries/explorer-page.ts";
import { whyNone } from "#lib/events/queries/why-none.ts";
import { withRelated } from "#components/events/edit-filter.ts";
import { EventList } from "#components/events/event-list.tsx";
import { listHref, type PageSearch, readListAddress, searchParamsOf } from "#components/events/list-address.ts";
import { ListHeading } from "#components/events/list-heading.tsx";
import { ExplorerFrame } from "#components/explorer/explorer-frame.tsx";
import { ExplorerTrouble } from "#components/explorer/explorer-trouble.tsx";
import { PartBoundary } from "#components/explorer/part-boundary.tsx";
import { readExplorerLook } from "#components/explorer/read-explorer-look.ts";
import { FacetSide } from "#components/facets/facet-side.tsx";
import { EventPanel } from "#components/panel/event-panel.tsx";
import { answerOf } from "#components/states/answer-of.ts";
import { TimelineIsland } from "#components/timeline/timeline-island.tsx";
import { TimelineSkeleton } from "#components/timeline/timeline-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";

export const metadata: Metadata = { title: "Events" };

/** All events that the address asks for. */
export default async function EventsPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const params = searchParamsOf(await searchParams);
  const { filter, place } = readListAddress(params);
  const { timeZone, isFolded, look, panelWidth } = await readExplorerLook();
  const current = await answerOf(currentCommit());
  if ("problem" in current) return <ExplorerTrouble problem={current.problem} />;
  const asOf = place.asOf ?? current.data;

  // One instant for all that is counted from now.
  const now = new Date();
  const matching = answerOf(countEvents({ filter, asOf, now }));
  // Of all that there is to see, with what other services did once that is asked for.
  const everything = withRelated(ALL_EVENTS, filter.related && "include");
  const total = answerOf(countEvents({ filter: everything, asOf }));
  const span = answerOf(eventSpan(everything, { asOf, now }));
  const timeline = answerOf(eventTimeline({ filter, asOf, now, tz: timeZone, by: place.by, isWholeRange: true }));
  const around = params.get("event") ?? undefined;
  const page = answerOf(explorerPage({ filter, asOf, now, order: place.order, around }));

  return (
    <ExplorerFrame
      drawn={listHref(filter, place)}
      facets={<FacetSide asOf={asOf} now={now} />}
      panel={<EventPanel timeZone={timeZone} width={panelWidth} />}
      heading={<ListHeading filter={filter} order={place.order} {...{ asOf, now, matching, total, look }} />}
      timeline={
        <PartBoundary name="The timeline">
          <Suspense fallback={<TimelineSkeleton isFolded={isFolded} />}>
            <TimelineIsland {...{ timeline, span, filter, now, isFolded }} by={place.by} />
          </Suspense>
        </PartBoundary>
      }
      table={
        <Suspense fallback={<RowsSkeleton rows={20} />}>
          <EventList
            filter={filter}
            place={place}
            page={page}
            matching={matching}
            total={total}
            whyNone={() => answerOf(whyNone(filter, asOf))}
            look={look}
            timeZone={timeZone}
          />
        </Suspense>
      }
    />
  );
}

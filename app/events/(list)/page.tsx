import type { Metadata } from "next";
import { Suspense } from "react";
import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import { countEvents } from "#lib/events/queries/count-events.ts";
import { currentCommit } from "#lib/events/queries/current-commit.ts";
import { eventTimeline } from "#lib/events/queries/event-timeline.ts";
import { listEvents } from "#lib/events/queries/list-events.ts";
import { withRelated, withTimes } from "#components/events/edit-filter.ts";
import { EventList } from "#components/events/event-list.tsx";
import { type PageSearch, readListAddress, searchParamsOf } from "#components/events/list-address.ts";
import { ListHeading } from "#components/events/list-heading.tsx";
import { ExplorerFrame } from "#components/explorer/explorer-frame.tsx";
import { FacetSide } from "#components/facets/facet-side.tsx";
import { EventPanel } from "#components/panel/event-panel.tsx";
import { readPanelWidth, readTimelineFold, readTimeZone } from "#components/shell/preferences.ts";
import { answerOf, type QueryProblem } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { TimelineIsland } from "#components/timeline/timeline-island.tsx";
import { TimelineSkeleton } from "#components/timeline/timeline-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";

export const metadata: Metadata = { title: "Events" };

/** All events that the address asks for. */
export default async function EventsPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { filter, place } = readListAddress(searchParamsOf(await searchParams));
  const [timeZone, isFolded] = await Promise.all([readTimeZone(), readTimelineFold()]);
  const current = await answerOf(currentCommit());
  if ("problem" in current) return <Trouble problem={current.problem} />;
  const asOf = place.asOf ?? current.data;

  // One instant for all that is counted from now.
  const now = new Date();
  const matching = answerOf(countEvents({ filter, asOf, now }));
  // Of all that there is to see, with what other services did once that is asked for.
  const everything = withRelated(ALL_EVENTS, filter.related && "include");
  const total = answerOf(countEvents({ filter: everything, asOf }));
  const newer = asOf < current.data ? answerOf(countEvents({ filter, newerThan: asOf })) : null;
  const timeline = answerOf(eventTimeline({ filter, asOf, now, tz: timeZone, by: place.by, isWholeRange: true }));
  const order = place.isFromEnd ? "asc" : "desc";
  const page = answerOf(listEvents({ filter, asOf, now, order, cursor: place.cursor }));

  return (
    <ExplorerFrame
      facets={<FacetSide asOf={asOf} />}
      panel={<EventPanel timeZone={timeZone} width={await readPanelWidth()} />}
      heading={
        <Suspense fallback={<div className="h-8" />}>
          <ListHeading filter={filter} asOf={asOf} matching={matching} total={total} newer={newer} />
        </Suspense>
      }
      timeline={
        <Suspense fallback={<TimelineSkeleton isFolded={isFolded} />}>
          <TimelineIsland timeline={timeline} filter={filter} by={place.by} now={now} isFolded={isFolded} />
        </Suspense>
      }
      table={
        <Suspense fallback={<RowsSkeleton rows={20} />}>
          <EventList
            filter={filter}
            place={place}
            page={page}
            total={total}
            whyNone={() => answerOf(whyNone(filter, asOf))}
            timeZone={timeZone}
          />
        </Suspense>
      }
    />
  );
}

function Trouble({ problem }: { problem: QueryProblem }) {
  return (
    <div className="px-4 sm:px-6">
      <QueryTrouble problem={problem} />
    </div>
  );
}

async function whyNone(filter: EventFilter, asOf: number) {
  const edge = (order: "asc" | "desc") => listEvents({ filter: ALL_EVENTS, asOf, order, limit: 1 });
  const [{ events: atAnyTime }, first, last] = await Promise.all([
    countEvents({ filter: withTimes(filter, {}), asOf }),
    edge("asc"),
    edge("desc"),
  ]);
  const oldest = first.events[0]?.eventTime;
  const newest = last.events[0]?.eventTime;
  return { atAnyTime, span: oldest !== undefined && newest !== undefined ? { oldest, newest } : null };
}

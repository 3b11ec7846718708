import type { EventCounts } from "#lib/events/event-counts.ts";
import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import type { ExplorerPage } from "#lib/events/queries/explorer-page.ts";
import type { WhyNone } from "#lib/events/queries/why-none.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { NoMatch, NothingSynced } from "#components/states/no-events.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { EventsGrid } from "#components/table/events-grid.tsx";
import { NewerThanNone } from "#components/table/newer-than-none.tsx";
import type { TableLook } from "#components/table/table-look.ts";
import { type ListPlace, listHref } from "./list-address.ts";

type Props = {
  filter: EventFilter;
  place: ListPlace;
  page: Promise<Answer<ExplorerPage>>;
  matching: Promise<Answer<EventCounts>>;
  total: Promise<Answer<EventCounts>>;
  /** Asked when nothing matches: how many would at any time, and when there are events. */
  whyNone: () => Promise<Answer<WhyNone>>;
  look: TableLook;
  timeZone: string;
};

/** The events of a filter, or why there are none. */
export async function EventList({ filter, place, page, matching, total, whyNone, look, timeZone }: Props) {
  const answer = await page;
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} />;
  const { events, isOutside, asOf } = answer.data;
  // The open event stands among the others without matching.
  if (events.length === Number(isOutside)) {
    return (
      <div className="relative min-h-40 flex-1">
        <None filter={filter} total={total} whyNone={whyNone} timeZone={timeZone} />
        <NewerThanNone filter={filter} asOf={asOf} />
      </div>
    );
  }
  return (
    <EventsGrid
      // Another filter or order is another list, which begins at its own place; to another commit the grid goes itself.
      key={listHref(filter, { order: place.order })}
      first={answer.data}
      filter={filter}
      order={place.order}
      look={look}
      timeZone={timeZone}
      matching={matching}
    />
  );
}

async function None({ filter, total, whyNone, timeZone }: Pick<Props, "filter" | "total" | "whyNone" | "timeZone">) {
  const [all, why] = await Promise.all([total, whyNone()]);
  if ("problem" in all) return <QueryTrouble problem={all.problem} />;
  if ("problem" in why) return <QueryTrouble problem={why.problem} />;
  const { atAnyTime, span } = why.data;
  if (all.data.events === 0 || span === null) return <NothingSynced />;
  return (
    <NoMatch
      filter={filter ?? ALL_EVENTS}
      atAnyTime={atAnyTime}
      total={all.data.events}
      span={span}
      timeZone={timeZone}
    />
  );
}

import type { EventCounts } from "#lib/events/event-counts.ts";
import type { EventPage } from "#lib/events/event-page.ts";
import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { NoMatch, NothingSynced } from "#components/states/no-events.tsx";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import type { DataSpan } from "./data-span.ts";
import { EventsTable } from "./events-table.tsx";
import { listHref, type ListPlace } from "./list-address.ts";
import { PageLinks } from "./page-links.tsx";

type Props = {
  filter: EventFilter;
  place: ListPlace;
  page: Promise<Answer<EventPage>>;
  total: Promise<Answer<EventCounts>>;
  /** Asked when nothing matches: how many would at any time, and when there are events. */
  whyNone: () => Promise<Answer<{ atAnyTime: number; span: DataSpan | null }>>;
  timeZone: string;
};

/** One page of events, newest first, with ways to the others; or why there is none. */
export async function EventList({ filter, place, page, total, whyNone, timeZone }: Props) {
  const answer = await page;
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} />;
  const { events, nextCursor, prevCursor, asOf } = answer.data;
  if (events.length === 0) return <None filter={filter} total={total} whyNone={whyNone} timeZone={timeZone} />;

  const shown = place.isFromEnd ? events.toReversed() : events;
  const href = (cursor: string | null) => (cursor === null ? null : listHref(filter, { ...place, asOf, cursor }));
  const older = href(place.isFromEnd ? prevCursor : nextCursor);
  const newer = href(place.isFromEnd ? nextCursor : prevCursor);
  return (
    <>
      <EventsTable events={shown} filter={filter} timeZone={timeZone} caption="Events that match, newest first" />
      {(newer !== null || older !== null) && (
        <div className="sticky bottom-0 -mx-4 flex justify-end border-t border-line bg-paper px-4 py-2 sm:-mx-6 sm:px-6 print:hidden">
          <PageLinks
            newest={newer && listHref(filter, { isFromEnd: false, asOf })}
            newer={newer}
            older={older}
            oldest={older && listHref(filter, { isFromEnd: true, asOf })}
          />
        </div>
      )}
    </>
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

import Link from "next/link";
import type { EventFilter } from "#lib/events/filter.ts";
import type { DataSpan } from "#components/events/data-span.ts";
import { eventsHref, withTimes } from "#components/events/edit-filter.ts";
import { formatCount, countOf } from "#components/text/format-count.ts";
import { RefreshPage } from "#components/shell/refresh-page.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Notice } from "./notice.tsx";

const REFRESH_MS = 5000;

/** Before the first pass of the sync. */
export function NothingSynced() {
  return (
    <Notice title="Nothing has been synced yet">
      <RefreshPage everyMs={REFRESH_MS} />
      Events appear here once log files have been read. See how far the <Link href="/sync">sync</Link> is, or start it
      there.
    </Notice>
  );
}

type Props = {
  filter: EventFilter;
  /** Matches at any time. */
  atAnyTime: number;
  total: number;
  span: DataSpan;
  timeZone: string;
};

/** There are events, but none that match: because of the time range, or because of the rest. */
export function NoMatch({ filter, atAnyTime, total, span, timeZone }: Props) {
  const hasTimes = filter.from !== undefined || filter.to !== undefined;
  if (hasTimes && atAnyTime > 0) {
    return (
      <Notice title="Nothing in this time range">
        {countOf(atAnyTime, "event")} at other times:{" "}
        <Link href={eventsHref(withTimes(filter, {}))}>show all times</Link>. The data reaches from{" "}
        <EventTime iso={span.oldest} timeZone={timeZone} /> to <EventTime iso={span.newest} timeZone={timeZone} />.
      </Notice>
    );
  }
  return (
    <Notice title="Nothing matches">
      None of {formatCount(total)} events fits all of these filters. Take one away above, or{" "}
      <Link href={eventsHref()}>show all events</Link>.
    </Notice>
  );
}

import type { EventFilter } from "#lib/events/filter.ts";
import { countOf } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventsHref, onlyValue } from "./edit-filter.ts";

type Props = {
  counts: { events: number; failures: number; writes: number; firstSeen: string; lastSeen: string };
  filter: EventFilter;
  timeZone: string;
};

/** How many events, how many failed, how many changed something, between when and when. */
export function SummaryLine({ counts, filter, timeZone }: Props) {
  const link = (text: string, to: EventFilter) => (
    <TextLink className="underline decoration-line-strong" href={eventsHref(to)}>
      {text}
    </TextLink>
  );
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      {link(countOf(counts.events, "event"), filter)}
      <span className={counts.failures > 0 ? "text-failure" : undefined}>
        {link(countOf(counts.failures, "failure"), onlyValue(filter, "outcome", "failure"))}
      </span>
      <span className={counts.writes > 0 ? "text-write" : undefined}>
        {link(countOf(counts.writes, "write"), onlyValue(filter, "access", "write"))}
      </span>
      <span className="text-ink-soft">
        first seen <EventTime iso={counts.firstSeen} timeZone={timeZone} />
      </span>
      <span className="text-ink-soft">
        last seen <EventTime iso={counts.lastSeen} timeZone={timeZone} />
      </span>
    </p>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import type { EventRow } from "#lib/events/event-row.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { eventHref } from "#components/events/event-href.ts";
import { OutcomeMark } from "#components/events/outcome-mark.tsx";
import { predicateOf } from "#components/events/predicate-of.ts";
import { ExportButton } from "#components/export/export-button.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type Props = {
  title: ReactNode;
  events: readonly EventRow[];
  /** What stands there instead of nothing. */
  none: ReactNode;
  /** All of them. */
  all: EventFilter;
  timeZone: string;
  /** The sentence without its subject, where the page's title is the subject. */
  isOwn?: boolean;
};

/** Events as sentences, newest first, each leading to its event. */
export function EventLines({ title, events, none, all, timeZone, isOwn = false }: Props) {
  return (
    <section className="min-w-0">
      <SectionHeading
        more={
          events.length > 0 && (
            <span className="flex gap-4">
              <ExportButton isWord filter={all} />
              <Link className="underline-offset-2 hover:underline" href={eventsHref(all)}>
                All of them
              </Link>
            </span>
          )
        }
      >
        {title}
      </SectionHeading>
      {events.length === 0 ? (
        <div className="border-t border-line-strong py-2 text-ink-soft">{none}</div>
      ) : (
        <ol className="border-t border-line-strong">
          {events.map((event) => (
            <li
              key={event.eventId}
              className="flex items-baseline gap-x-4 border-b border-line py-1.5 hover:bg-sunken max-sm:flex-col max-sm:py-2"
            >
              <EventTime iso={event.eventTime} timeZone={timeZone} />
              <span className="min-w-0 grow [overflow-wrap:anywhere]">
                <TextLink href={eventHref(event.eventId)}>
                  <SafeText text={isOwn ? predicateOf(event) : event.summary} />
                </TextLink>
              </span>
              {isOwn && event.errorCode !== null && (
                <span className="max-w-40 shrink-0 truncate">
                  <OutcomeMark outcome={event.outcome} errorCode={event.errorCode} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

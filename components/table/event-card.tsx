import type { EventRow } from "#lib/events/event-row.ts";
import { AccessMark } from "#components/events/access-mark.tsx";
import { eventHref } from "#components/events/event-href.ts";
import { OutcomeMark } from "#components/events/outcome-mark.tsx";
import { predicateOf } from "#components/events/predicate-of.ts";
import { RelatedMark } from "#components/events/related-mark.tsx";
import { RowLink } from "#components/events/row-link.tsx";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";

/** An event where there is no room for columns: when and how it ended above who did what, always as high. */
export function EventCard({ event, timeZone }: { event: EventRow; timeZone: string }) {
  return (
    <div className="flex h-full flex-col justify-center gap-0.5">
      <div className="flex items-center gap-3">
        <EventTime iso={event.eventTime} timeZone={timeZone} />
        <span className="ml-auto flex min-w-0 items-center gap-2 text-small">
          {event.isRelated && <RelatedMark />}
          {event.outcome === "failure" ? (
            <OutcomeMark outcome={event.outcome} errorCode={event.errorCode} />
          ) : (
            <AccessMark access={event.access} />
          )}
        </span>
      </div>
      <RowLink
        href={eventHref(event.eventId)}
        isOpening
        title={visibleText(event.summary)}
        className="line-clamp-2 break-words"
      >
        <span className="font-semibold">
          <SafeText text={event.principalName} />
        </span>{" "}
        <SafeText text={predicateOf(event)} />
      </RowLink>
    </div>
  );
}

"use client";
import Link from "next/link";
import { CONTEXT_MINUTES, type EventContext } from "#lib/events/event-context.ts";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { eventsHref, onlyValue, withRelated, withTimes } from "#components/events/edit-filter.ts";
import { eventHref } from "#components/events/event-href.ts";
import { OutcomeMark } from "#components/events/outcome-mark.tsx";
import { predicateOf } from "#components/events/predicate-of.ts";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { timeParts } from "#components/time/format-time.ts";
import { offsetText } from "#components/time/offset-text.ts";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { AnswerTrouble } from "./answer-trouble.tsx";
import { useEventAnswer } from "./use-event-answer.ts";

/** What the same principal did in the minutes before and after an event. */
export function AroundEvent({ event, timeZone }: { event: EventDetail; timeZone: string }) {
  const { data, error, again, isLate } = useEventAnswer(event.eventId, "around");
  if (error) return <AnswerTrouble error={error} again={again} />;
  if (!data) return <RowsSkeleton rows={8} />;
  const { events, moreBefore, moreAfter } = data;
  return (
    <section aria-label="Around it" aria-busy={isLate}>
      <p className="pb-2 text-ink-soft">
        What <SafeText text={event.principalLabel} /> did {CONTEXT_MINUTES} minutes before and after;{" "}
        <Link className="text-brass underline" href={asFilter(event, data)} prefetch={false}>
          all of it as a filter
        </Link>
      </p>
      <More count={moreBefore} which="earlier" />
      <ol className="border-t border-line">
        {events.map((row) => {
          const isThis = row.eventId === event.eventId;
          return (
            <li
              key={row.eventId}
              aria-current={isThis || undefined}
              className={`flex gap-3 border-b border-line py-1.5 ${isThis ? "-mx-2 bg-brass-wash px-2" : "hover:bg-sunken"}`}
            >
              <time dateTime={row.eventTime} className="shrink-0 font-mono text-small leading-5">
                {timeParts(row.eventTime, timeZone).time}
              </time>
              <span className="w-20 shrink-0 text-right text-small leading-5 text-ink-soft">
                {isThis ? "this event" : offsetText(event.eventTime, row.eventTime)}
              </span>
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {isThis ? (
                  <SafeText text={predicateOf(row)} />
                ) : (
                  <TextLink href={eventHref(row.eventId)}>
                    <SafeText text={predicateOf(row)} />
                  </TextLink>
                )}{" "}
                {row.outcome === "failure" && <OutcomeMark outcome={row.outcome} errorCode={row.errorCode} />}
              </span>
            </li>
          );
        })}
      </ol>
      <More count={moreAfter} which="later" />
    </section>
  );
}

function More({ count, which }: { count: number; which: "earlier" | "later" }) {
  return count === 0 ? null : <p className="py-1 text-small text-ink-soft">and {countOf(count, `${which} one`)}</p>;
}

/** The event stays open beside them. */
function asFilter(event: EventDetail, { from, to }: EventContext): string {
  const ofPrincipal = onlyValue(withTimes(ALL_EVENTS, { from, to }), "principal", event.principalKey);
  const href = eventsHref(event.isRelated ? withRelated(ofPrincipal, "include") : ofPrincipal);
  return `${href}&${new URLSearchParams({ event: event.eventId, tab: "around" }).toString()}`;
}

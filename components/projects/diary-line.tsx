import { X } from "lucide-react";
import type { DiaryPerson } from "#lib/projects/diary.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventHref } from "#components/events/event-href.ts";
import { eventsHref, onlyValue, withTimes } from "#components/events/edit-filter.ts";
import { predicateOf } from "#components/events/predicate-of.ts";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { formatTime } from "#components/time/format-time.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { FoldedLine } from "./fold-lines.ts";

type Props = { line: FoldedLine; person: DiaryPerson; filter: EventFilter; timeZone: string };

/** What somebody changed, once or several times; leads to the event, or to all of them. */
export function DiaryLine({ line, person, filter, timeZone }: Props) {
  const { events, more, outcome, from, to } = line;
  const clock = (iso: string) => formatTime(iso, timeZone).slice(11, 16);
  const isOne = events + more === 1;
  const href = isOne ? eventHref(line.eventId) : eventsHref(eventsOf(line, person, filter));
  return (
    <li className="flex gap-x-2">
      <span className="w-24 shrink-0 font-mono text-small leading-5 text-ink-soft">
        <time dateTime={from}>{clock(from)}</time>
        {clock(to) !== clock(from) && (
          <>
            –<time dateTime={to}>{clock(to)}</time>
          </>
        )}
      </span>
      <span className={`min-w-0 [overflow-wrap:anywhere] ${outcome === "failure" ? "text-failure" : ""}`}>
        {outcome === "failure" && (
          <>
            <X className="mr-1 inline size-3.5 align-[-2px]" aria-hidden="true" />
            <span className="sr-only">Failed: </span>
          </>
        )}
        <TextLink href={href}>
          <SafeText text={predicateOf({ summary: line.summary, principalName: person.name, errorCode: null })} />
          {events > 1 && `, ${countOf(events, "time")}`}
          {more > 0 && <span className="underline">, and {countOf(more, "call")} more of this kind</span>}
        </TextLink>
      </span>
    </li>
  );
}

/** Calls of the line's kind in its time: of other sentences, too, where these came in between. */
function eventsOf(line: FoldedLine, person: DiaryPerson, filter: EventFilter): EventFilter {
  const ofPerson = onlyValue(onlyValue(filter, "principal", person.key), "action", line.eventName);
  const ofKind = onlyValue(ofPerson, "outcome", line.outcome);
  // Until the end of the last one's second; what is finer than that is its own.
  const after = new Date(Date.parse(line.to) + 1000).toISOString();
  return withTimes(ofKind, { from: line.from, to: after });
}

import type { DiaryDay as Day, DiaryPerson } from "#lib/projects/diary.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventsHref, onlyValue, withTimes } from "#components/events/edit-filter.ts";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { DiaryLine } from "./diary-line.tsx";
import { foldLines } from "./fold-lines.ts";

const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

type Props = { day: Day; filter: EventFilter; timeZone: string };

/** One day: what each person changed, and how much was only looked at. */
export function DiaryDay({ day, filter, timeZone }: Props) {
  const ofDay = withTimes(filter, { from: day.starts, to: day.ends });
  const writers = day.people.filter(({ lines }) => lines.length > 0);
  const readers = day.people.filter(({ lines }) => lines.length === 0);
  return (
    <section className="grid gap-x-6 border-t border-line pt-2 sm:grid-cols-[9rem_1fr]">
      <h2 className={writers.length > 0 ? "font-semibold" : "text-ink-soft"}>
        <TextLink href={eventsHref(ofDay)} title="All events of this day">
          <time dateTime={day.day} className="font-mono text-small">
            {day.day}
          </time>{" "}
          <span className="text-small font-normal text-ink-soft">{WEEKDAY.format(new Date(day.day))}</span>
        </TextLink>
      </h2>
      <div className="grid grid-cols-1 gap-2">
        {writers.map((person) => (
          <div key={person.id}>
            <h3 className="font-medium">
              <Person person={person} />
            </h3>
            <ul>
              {foldLines(person.lines).map((line) => (
                <DiaryLine key={line.eventId} line={line} person={person} filter={filter} timeZone={timeZone} />
              ))}
              {person.reads > 0 && (
                <li className="pl-26 text-ink-soft">
                  <Reads person={person} filter={ofDay} />
                </li>
              )}
            </ul>
          </div>
        ))}
        {readers.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-ink-soft">
            <span>{writers.length === 0 ? "Only look-ups:" : "Others only looked:"}</span>
            {readers.map((person) => (
              <span key={person.id}>
                <Person person={person} /> <Reads person={person} filter={ofDay} />
              </span>
            ))}
          </p>
        )}
      </div>
    </section>
  );
}

function Person({ person }: { person: DiaryPerson }) {
  return (
    <TextLink href={`/principals/${person.id}`}>
      <SafeText text={person.name} />
    </TextLink>
  );
}

function Reads({ person: { key, reads, readFailures }, filter }: { person: DiaryPerson; filter: EventFilter }) {
  const read = onlyValue(onlyValue(filter, "principal", key), "access", "read");
  return (
    <>
      <TextLink href={eventsHref(read)} className="underline">
        {countOf(reads, "look-up")}
      </TextLink>
      {readFailures > 0 && (
        <>
          ,{" "}
          <TextLink href={eventsHref(onlyValue(read, "outcome", "failure"))} className="text-failure underline">
            {readFailures} failed
          </TextLink>
        </>
      )}
    </>
  );
}

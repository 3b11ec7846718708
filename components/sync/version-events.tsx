import type { VersionEvent } from "#lib/sync/queries/list-version-events.ts";
import type { LogFileVersion } from "#lib/sync/queries/list-versions.ts";
import type { VersionPart } from "#lib/sync/queries/version-parts.ts";
import { eventHref } from "#components/events/event-href.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type Props = {
  /** The version's place among the file's, from 1, and the version. */
  number: number;
  version: LogFileVersion;
  part: VersionPart;
  /** The first of them. */
  events: readonly VersionEvent[];
  timeZone: string;
};

const SAID: Record<VersionPart, (now: string, before: string) => string> = {
  gone: (now, before) => `in version ${before} and not in version ${now}`,
  both: (now, before) => `in versions ${before} and ${now}`,
  added: (now, before) => `new in version ${now}, not in version ${before}`,
  unsure: (now, before) => `of version ${before} that version ${now} was read without looking for`,
};

/** The events of a file that compare so between two of its versions, by time. */
export function VersionEvents({ number, version, part, events, timeZone }: Props) {
  const total = version.difference?.[part] ?? 0;
  return (
    <section id="version-events" className="min-w-0">
      <h2 className="border-b border-line-strong pb-1 font-semibold">
        {countOf(total, "event")} {SAID[part](formatCount(number), formatCount(number - 1))}
      </h2>
      <Table className="table-fixed">
        <thead>
          <tr>
            <Th className="w-51">Time</Th>
            <Th>Event</Th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.eventId}>
              <Td>
                <EventTime iso={event.eventTime} timeZone={timeZone} />
              </Td>
              <Td>
                <TextLink href={eventHref(event.eventId)}>
                  <SafeText text={event.summary} />
                </TextLink>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {events.length < total && (
        <p className="mt-1 text-small text-ink-soft">The first {formatCount(events.length)} by time</p>
      )}
    </section>
  );
}

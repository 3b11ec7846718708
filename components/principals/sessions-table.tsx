import type { PrincipalSession } from "#lib/principals/principal-summary.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventsHref, onlyValue, withTimes } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { durationText } from "#components/time/duration-text.ts";

type Props = { sessions: readonly PrincipalSession[]; filter: EventFilter; timeZone: string };

/** Sessions of a principal: who took the role, when, for how long and how much they did. */
export function SessionsTable({ sessions, filter, timeZone }: Props) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Sessions, latest first</caption>
      <thead>
        <tr>
          <Th>Session</Th>
          <Th className="w-52 max-sm:hidden">From</Th>
          <Th className="w-18 text-right max-sm:hidden">Lasted</Th>
          <Th className="w-18 text-right max-sm:hidden">Failures</Th>
          <Th className="w-16 text-right">Events</Th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => {
          const events = sessionFilter(session, filter);
          return (
            <tr key={`${session.arn} ${session.sessionName} ${session.start}`} className="hover:bg-sunken">
              <Td className="max-sm:py-1" title={visibleText(session.arn ?? "")}>
                {session.sessionName === null ? (
                  <span className="text-ink-soft">none</span>
                ) : (
                  <SafeText text={session.sessionName} />
                )}
                <div className="sm:hidden">
                  <EventTime iso={session.start} timeZone={timeZone} />
                </div>
              </Td>
              <Td className="max-sm:hidden">
                <EventTime iso={session.start} timeZone={timeZone} />
              </Td>
              <Td className="text-right max-sm:hidden">
                {session.start === session.end ? "–" : durationText(session.start, session.end)}
              </Td>
              <Td className={`text-right max-sm:hidden ${session.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
                <TextLink href={eventsHref(onlyValue(events, "outcome", "failure"))}>
                  {formatCount(session.failures)}
                </TextLink>
              </Td>
              <Td className="text-right">
                <TextLink href={eventsHref(events)}>{formatCount(session.events)}</TextLink>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** A session's ARN is a principal like any other; its times tell it from one of the same name. */
function sessionFilter({ arn, start, end }: PrincipalSession, filter: EventFilter): EventFilter {
  const to = new Date(Date.parse(end) + 1).toISOString();
  return withTimes(arn === null ? filter : onlyValue(filter, "principal", arn), { from: start, to });
}

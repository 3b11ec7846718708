import type { PrincipalSession } from "#lib/principals/principal-summary.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventsHref, onlyValue } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { durationText } from "#components/time/duration-text.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type Props = { sessions: readonly PrincipalSession[]; filter: EventFilter; timeZone: string };

/** Sessions of a principal: with which credentials, from when, for how long and how much they did. */
export function SessionsTable({ sessions, filter, timeZone }: Props) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Sessions, latest first</caption>
      <thead>
        <tr>
          <Th>Session</Th>
          <Th className="w-44 max-xl:hidden">Access key</Th>
          <Th className="w-52 max-sm:hidden">Start</Th>
          <Th className="w-26 text-right max-sm:hidden" title="From the start to the last call">
            Lasted
          </Th>
          <Th className="w-18 text-right max-sm:hidden">Failures</Th>
          <Th className="w-16 text-right">Calls</Th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => {
          const events = sessionFilter(session, filter);
          return (
            <tr key={`${session.arn} ${session.sessionName} ${session.accessKeyId}`} className="hover:bg-sunken">
              <Td className="max-sm:py-1" title={visibleText(session.arn ?? "")}>
                {session.sessionName === null ? (
                  <span className="text-ink-soft">unnamed</span>
                ) : (
                  <SafeText text={session.sessionName} />
                )}
                <div className="sm:hidden">
                  <EventTime iso={session.createdAt ?? session.firstSeen} timeZone={timeZone} />
                </div>
              </Td>
              <Td className="max-xl:hidden">
                {session.accessKeyId === null ? (
                  <span className="text-ink-soft" title="Without a key, sessions of one name can’t be told apart">
                    none
                  </span>
                ) : (
                  <TextLink href={eventsHref(onlyValue(filter, "key", session.accessKeyId))}>
                    <MiddleEllipsis text={session.accessKeyId} />
                  </TextLink>
                )}
              </Td>
              <Td className="max-sm:hidden">
                <span
                  title={session.createdAt === null ? "Its first call: the record doesn’t say" : "As the record says"}
                >
                  <EventTime iso={session.createdAt ?? session.firstSeen} timeZone={timeZone} />
                </span>
              </Td>
              <Td className="text-right max-sm:hidden">{lengthOf(session)}</Td>
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

/** From the start to the last call; of one call without a start there is no length to tell. */
function lengthOf({ accessKeyId, createdAt, firstSeen, lastSeen }: PrincipalSession): string {
  const start = createdAt ?? firstSeen;
  return accessKeyId === null || start === lastSeen ? "–" : durationText(start, lastSeen);
}

/** A session's ARN is a principal like any other; its key tells it from others of the same name. */
function sessionFilter({ arn, accessKeyId }: PrincipalSession, filter: EventFilter): EventFilter {
  const own = arn === null ? filter : onlyValue(filter, "principal", arn);
  return onlyValue(own, "key", accessKeyId);
}

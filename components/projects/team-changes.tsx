import type { TeamEvent } from "#lib/codestar/team.ts";
import { OutcomeMark } from "#components/events/outcome-mark.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { CutNote } from "#components/ui/cut-note.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Doer } from "./doer.tsx";
import { EventSentence } from "./event-sentence.tsx";
import { MemberName } from "./member-name.tsx";
import { remoteText, RoleMark } from "./role-mark.tsx";

const SHOWN = 500;

type Props = { events: readonly TeamEvent[]; caption: string; account: string; timeZone: string };

/** Calls on a team in their order: what they asked for, by whom, and whether they came to it. */
export function TeamChanges({ events, caption, account, timeZone }: Props) {
  return (
    <ScrollRegion label={caption}>
      <Table className="min-w-[66rem] table-fixed">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <Th className="w-52">Time</Th>
            <Th className="w-36">By</Th>
            <Th>What happened</Th>
            <Th className="w-44">Member</Th>
            <Th className="w-32">Role</Th>
            <Th className="w-28">Remote access</Th>
            <Th className="w-44">Outcome</Th>
          </tr>
        </thead>
        <tbody>
          {events.slice(-SHOWN).map((event) => (
            <tr key={event.eventId} className="hover:bg-sunken">
              <Td>
                <EventTime iso={event.eventTime} timeZone={timeZone} />
              </Td>
              <Td>
                <Doer event={event} />
              </Td>
              <Td>
                <EventSentence event={event} />
              </Td>
              <Td>{event.userArn === null ? none : <MemberName userArn={event.userArn} account={account} />}</Td>
              <Td>{event.role === null ? none : <RoleMark role={event.role} />}</Td>
              <Td>{event.remoteAccess === null ? none : remoteText(event.remoteAccess)}</Td>
              <Td>
                <OutcomeMark outcome={event.outcome} errorCode={event.errorCode} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <CutNote shown={SHOWN} total={events.length}>
        They are the last.
      </CutNote>
    </ScrollRegion>
  );
}

const none = <span className="text-ink-soft">–</span>;

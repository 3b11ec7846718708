import type { MemberSpan } from "#lib/codestar/team-history.ts";
import type { TeamEvent, TeamMember } from "#lib/codestar/team.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { CutNote } from "#components/ui/cut-note.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { Doer } from "./doer.tsx";
import { EventSentence } from "./event-sentence.tsx";
import { MemberName } from "./member-name.tsx";
import { remoteText, RoleMark } from "./role-mark.tsx";

const MAX_ROWS = 300;

type Props = {
  members: readonly TeamMember[];
  perhaps: readonly MemberSpan[];
  eventsById: ReadonlyMap<string, TeamEvent>;
  account: string;
  timeZone: string;
};

/** The members at an instant: as what, since when, by whom, and the event that says so. */
export function TeamTable({ members, perhaps, eventsById, account, timeZone }: Props) {
  return (
    <ScrollRegion label="Members">
      <Table className="min-w-[64rem] table-fixed">
        <caption className="sr-only">Members of the team</caption>
        <thead>
          <tr>
            <Th className="w-56">Member</Th>
            <Th className="w-32">Role</Th>
            <Th className="w-28">Remote access</Th>
            <Th className="w-52">Member since</Th>
            <Th className="w-36">Let in by</Th>
            <Th>Evidence</Th>
          </tr>
        </thead>
        <tbody>
          {members.slice(0, MAX_ROWS).map((member) => (
            <MemberRow
              key={member.userArn}
              member={member}
              eventsById={eventsById}
              account={account}
              timeZone={timeZone}
            />
          ))}
          {perhaps.slice(0, MAX_ROWS).map((span) => (
            <PerhapsRow key={span.userArn} span={span} account={account} timeZone={timeZone} />
          ))}
        </tbody>
      </Table>
      <CutNote shown={MAX_ROWS} total={members.length}>
        By ARN; the API’s team has all of them.
      </CutNote>
      <CutNote shown={MAX_ROWS} total={perhaps.length}>
        Of those who perhaps were members.
      </CutNote>
    </ScrollRegion>
  );
}

type RowProps = Pick<Props, "eventsById" | "account" | "timeZone"> & { member: TeamMember };

function MemberRow({ member, eventsById, account, timeZone }: RowProps) {
  const made = eventsById.get(member.eventId);
  const changed = member.changedBy === member.eventId ? undefined : eventsById.get(member.changedBy);
  return (
    <tr className="align-top hover:bg-sunken [&>td]:py-1.5">
      <Td>
        <MemberName userArn={member.userArn} account={account} />
      </Td>
      <Td>
        <RoleMark role={member.role} />
      </Td>
      <Td className={member.remoteAccess === true ? undefined : "text-ink-soft"}>{remoteText(member.remoteAccess)}</Td>
      <Td>
        {member.since === null ? (
          <span className="hatched inline-block w-44 border border-dashed border-line-strong px-1">
            <span className="bg-paper px-1">unknown</span>
          </span>
        ) : (
          <EventTime iso={member.since} timeZone={timeZone} />
        )}
      </Td>
      <Td>{member.since !== null && made ? <Doer event={made} /> : <span className="text-ink-soft">unknown</span>}</Td>
      <Td>
        {made && <EventSentence event={made} isWhole />}
        {changed && (
          <p className="truncate">
            <EventSentence event={changed} isWhole />
          </p>
        )}
      </Td>
    </tr>
  );
}

function PerhapsRow({ span, account, timeZone }: { span: MemberSpan; account: string; timeZone: string }) {
  return (
    <tr className="hover:bg-sunken">
      <Td>
        <MemberName userArn={span.userArn} account={account} />
      </Td>
      <Td colSpan={4} className="text-ink-soft">
        <span
          className="hatched mr-2 inline-block h-3 w-4 border border-dashed border-line-strong align-[-1px]"
          aria-hidden="true"
        />
        Perhaps: a later call shows them as a member by {span.to && <EventTime iso={span.to} timeZone={timeZone} />}
      </Td>
      <Td>{span.ended && <EventSentence event={span.ended} isWhole />}</Td>
    </tr>
  );
}

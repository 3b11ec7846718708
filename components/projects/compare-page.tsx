import type { ReactNode } from "react";
import { compareTeams, type MemberChange, type MemberThen } from "#lib/codestar/compare-teams.ts";
import type { TeamEvent, TeamMember } from "#lib/codestar/team.ts";
import { teamHistory } from "#lib/codestar/team-history.ts";
import { teamMoment } from "#lib/codestar/team-moments.ts";
import type { Coverage } from "#lib/projects/coverage.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { visibleText } from "#components/text/hidden-characters.ts";
import { CutNote } from "#components/ui/cut-note.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { AskedInstant } from "./asked-instant.ts";
import { EventSentence } from "./event-sentence.tsx";
import { MemberName } from "./member-name.tsx";
import { ProjectHeading } from "./project-heading.tsx";
import { projectHref, type ProjectName } from "./project-href.ts";
import { RoleMark } from "./role-mark.tsx";
import { TeamChanges } from "./team-changes.tsx";
import { TeamLimits } from "./team-limits.tsx";
import { TimesForm } from "./times-form.tsx";

const MAX_ROWS = 300;
/** Of one member. */
const MAX_EVIDENCE = 10;

type Props = {
  project: ProjectName;
  events: readonly TeamEvent[];
  coverage: Coverage;
  from: AskedInstant;
  to: AskedInstant;
  timeZone: string;
};

/** A team at two instants: who came, went and changed, with the calls in between. */
export function ComparePage({ project, events, coverage, from, to, timeZone }: Props) {
  const isTurned = from.at > to.at;
  const [first, second] = isTurned ? [to.at, from.at] : [from.at, to.at];
  const { came, went, changed, stayed, between } = compareTeams(events, first, second);
  const isSame = came.length + went.length + changed.length === 0;
  const rows = { account: project.account };
  return (
    <article className="grid grid-cols-1 gap-4">
      <ProjectHeading project={project} current="compare">
        <p className="text-ink-soft">
          The team as of <EventTime iso={first} timeZone={timeZone} /> beside that of{" "}
          <EventTime iso={second} timeZone={timeZone} />, both instants included.
        </p>
      </ProjectHeading>
      <TimesForm
        action={`${projectHref(project)}/compare`}
        times={[
          { name: "from", label: "First", text: from.text },
          { name: "to", label: "Second", text: to.text },
        ]}
        button="Compare"
        timeZone={timeZone}
      />
      {[from, to].map(
        ({ text, isUnderstood }, index) =>
          !isUnderstood && (
            <p key={index === 0 ? "from" : "to"} role="alert" className="text-failure">
              “{visibleText(text)}” is no time, so {index === 0 ? "the first event" : "now"} stands in for it.
            </p>
          ),
      )}
      {isTurned && (
        <p className="text-ink-soft">The first time lies after the second: they are compared in their order.</p>
      )}
      <TeamLimits
        at={second}
        moment={{ ...teamMoment(teamHistory(events), second), notYetCreatedBy: null }}
        coverage={coverage}
        place={`${project.account} ${project.region}`}
      />
      {isSame && (
        <p className="border-t border-line-strong pt-2 font-medium">
          {stayed.length === 0
            ? "No event says that anybody was in the team at either time."
            : `The two teams are the same: ${countOf(stayed.length, "member")}, nobody came, went or changed.`}
        </p>
      )}
      <ChangeTable title="Came" changes={came} {...rows} />
      <ChangeTable title="Went" changes={went} {...rows} />
      <ChangeTable title="Changed" changes={changed} {...rows} />
      {stayed.length > 0 && (
        <section className="min-w-0">
          <Heading title="Stayed as they were" count={stayed.length} />
          <ul className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line-strong pt-2">
            {stayed.slice(0, MAX_ROWS).map((member) => (
              <li key={member.userArn} className="flex gap-x-2">
                <MemberName userArn={member.userArn} {...rows} />
                <RoleAt member={member} />
              </li>
            ))}
          </ul>
          <CutNote shown={MAX_ROWS} total={stayed.length} />
        </section>
      )}
      <section className="min-w-0">
        <Heading title="Calls in between" count={between.length} />
        {between.length === 0 ? (
          <p className="border-t border-line-strong pt-2 text-ink-soft">None on the team</p>
        ) : (
          <TeamChanges
            events={between}
            caption="Calls on the team in between, oldest first"
            timeZone={timeZone}
            {...rows}
          />
        )}
      </section>
    </article>
  );
}

function Heading({ title, count }: { title: string; count: number }) {
  return (
    <SectionHeading>
      {title} <span className="font-normal text-ink-soft">{formatCount(count)}</span>
    </SectionHeading>
  );
}

function ChangeTable({
  title,
  changes,
  account,
}: {
  title: string;
  changes: readonly MemberChange[];
  account: string;
}) {
  if (changes.length === 0) return null;
  return (
    <section className="min-w-0">
      <Heading title={title} count={changes.length} />
      <ScrollRegion label={title}>
        <Table className="min-w-[56rem] table-fixed">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <Th className="w-56">Member</Th>
              <Th className="w-56">First</Th>
              <Th className="w-56">Second</Th>
              <Th>Evidence</Th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, MAX_ROWS).map(({ userArn, before, after, evidence }) => (
              <tr key={userArn} className="align-top hover:bg-sunken">
                <Td className="py-1.5">
                  <MemberName userArn={userArn} account={account} />
                </Td>
                <Td className="py-1.5">{roleOrNone(before)}</Td>
                <Td className="py-1.5">{roleOrNone(after)}</Td>
                <Td className="py-1.5">
                  {evidence.slice(-MAX_EVIDENCE).map((event) => (
                    <div key={event.eventId} className="truncate">
                      <EventSentence event={event} isWhole />
                    </div>
                  ))}
                  <CutNote shown={MAX_EVIDENCE} total={evidence.length}>
                    They are the last.
                  </CutNote>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <CutNote shown={MAX_ROWS} total={changes.length} />
      </ScrollRegion>
    </section>
  );
}

function roleOrNone(member: MemberThen | null): ReactNode {
  if (member === "perhaps") return <span className="text-ink-soft">perhaps a member, by a later call</span>;
  return member === null ? <span className="text-ink-soft">not a member</span> : <RoleAt member={member} />;
}

function RoleAt({ member: { role, remoteAccess } }: { member: TeamMember }) {
  return (
    <span className="inline-flex max-w-full gap-x-2">
      <RoleMark role={role} />
      {remoteAccess === true && <span className="shrink-0 text-ink-soft">remote access</span>}
      {remoteAccess === null && <span className="shrink-0 text-ink-soft">remote access not said</span>}
    </span>
  );
}

import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import { ActionCounts } from "#components/events/action-counts.tsx";
import { CountTable } from "#components/events/count-table.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { ValueCounts } from "#components/events/value-counts.tsx";
import { projectValue } from "#components/projects/project-href.ts";
import { ProjectLink } from "#components/projects/project-link.tsx";
import { TimelineFigure } from "#components/timeline/timeline-figure.tsx";
import { ClientAndMfa } from "./client-and-mfa.tsx";
import { DoneToLines } from "./done-to-lines.tsx";
import { EventLines } from "./event-lines.tsx";
import { MembershipsTable } from "./memberships-table.tsx";
import { PrincipalHeader } from "./principal-header.tsx";
import { PrincipalPerson } from "./principal-person.tsx";
import { SessionsTable } from "./sessions-table.tsx";
import { WeekFigure } from "./week-figure.tsx";

type Props = { principal: PrincipalDetail; timeZone: string };

/** Of what they did; the rest is a list of events. */
const SHOWN = 12;

/** A principal's dossier: what they did and what was done to them, when, where from, with what, in which sessions. */
export function PrincipalPage({ principal, timeZone }: Props) {
  const filter = valueFilter("principal", principal.key);
  const values = { filter, timeZone };
  return (
    <article className="grid grid-cols-1 gap-6">
      <PrincipalHeader principal={principal} {...values} />
      <TimelineFigure timeline={principal.timeline} filter={filter} />
      <DidAndDoneTo principal={principal} {...values} />
      <MembershipsTable memberships={principal.doneTo.memberships} timeZone={timeZone} />
      <PrincipalPerson principal={principal} timeZone={timeZone} />
      <WeekFigure hours={principal.hours} timeZone={principal.timeline.tz} />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-6">
          <ActionCounts actions={principal.actions} filter={filter} />
          <CutSection title="Projects acted on" cut={principal.projects} none="None">
            {(items) => (
              <CountTable
                caption="Projects by count"
                nameLabel="Project"
                timeZone={timeZone}
                rows={items.map((project) => ({
                  ...project,
                  key: projectValue(project),
                  name: <ProjectLink project={project} />,
                  filter: onlyValue(filter, "project", projectValue(project)),
                }))}
              />
            )}
          </CutSection>
          <ClientAndMfa principal={principal} filter={filter} />
          <ValueCounts title="Regions" nameLabel="Region" values={principal.regions} name="region" {...values} />
        </div>
        <div className="grid grid-cols-1 gap-6">
          <ValueCounts title="Addresses" nameLabel="Address" values={principal.addresses} name="ip" {...values} />
          <ValueCounts title="Networks" nameLabel="Network" values={principal.networks} name="network" {...values} />
          <ValueCounts
            title="Access keys"
            nameLabel="Access key"
            values={principal.accessKeys}
            name="key"
            {...values}
          />
          <ValueCounts
            title="User agents"
            nameLabel="User agent"
            values={principal.userAgents}
            name="agent"
            {...values}
          />
          <ValueCounts title="Accounts" nameLabel="Account" values={principal.accounts} name="account" {...values} />
        </div>
      </div>
      <CutSection title="Sessions" cut={principal.sessions} none="None: no call was made with temporary credentials">
        {(items) => (
          <>
            <p className="mb-1 text-ink-soft">
              A session lasts from when its record says that it was made, or else from its first call, to its last call;
              it may have gone on unseen.
            </p>
            <SessionsTable sessions={items} filter={filter} timeZone={timeZone} />
          </>
        )}
      </CutSection>
    </article>
  );
}

/** Side by side where somebody can be named by others: only IAM users are members of teams and have profiles. */
function DidAndDoneTo({ principal, timeZone }: Props) {
  const { doneTo } = principal;
  const filter = valueFilter("principal", principal.key);
  const did = (
    <EventLines
      title="What they did"
      events={principal.latestEvents.slice(0, SHOWN)}
      none="Nothing"
      all={filter}
      timeZone={timeZone}
      isOwn
    />
  );
  const isNamed = principal.type === "IAMUser" || doneTo.changes.total + doneTo.reads > 0;
  if (!isNamed) return did;
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
      {did}
      <DoneToLines doneTo={doneTo} timeZone={timeZone} />
    </div>
  );
}

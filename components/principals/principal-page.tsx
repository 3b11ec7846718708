import type { PrincipalDetail } from "#lib/principals/principal-summary.ts";
import { ActionCounts } from "#components/events/action-counts.tsx";
import { CountTable } from "#components/events/count-table.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { LatestEvents } from "#components/events/latest-events.tsx";
import { SummaryLine } from "#components/events/summary-line.tsx";
import { ValueCounts } from "#components/events/value-counts.tsx";
import { projectValue } from "#components/projects/project-href.ts";
import { ProjectLink } from "#components/projects/project-link.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { TimelineFigure } from "#components/timeline/timeline-figure.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { PrincipalType } from "./principal-type.tsx";
import { SessionsTable } from "./sessions-table.tsx";

/** A principal's dossier: what they did, when, where from, in which sessions. */
export function PrincipalPage({ principal, timeZone }: { principal: PrincipalDetail; timeZone: string }) {
  const filter = valueFilter("principal", principal.key);
  const values = { filter, timeZone };
  return (
    <article className="grid grid-cols-1 gap-6">
      <header className="grid grid-cols-1 gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
            <SafeText text={principal.name} />
          </h1>
          <PrincipalType type={principal.type} />
        </div>
        <p className="flex items-center font-mono text-small text-ink-soft">
          <span className="[overflow-wrap:anywhere]">
            <SafeText text={principal.arn ?? principal.key} />
          </span>
          <CopyButton isSmall label="Copy" text={principal.arn ?? principal.key} />
        </p>
        <SummaryLine counts={principal} filter={filter} timeZone={timeZone} />
      </header>
      <TimelineFigure timeline={principal.timeline} filter={filter} />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-6">
          <ActionCounts actions={principal.actions} filter={filter} />
          <ValueCounts title="Addresses" nameLabel="Address" values={principal.addresses} name="ip" {...values} />
          <ValueCounts
            title="Access keys"
            nameLabel="Access key"
            values={principal.accessKeys}
            name="key"
            {...values}
          />
        </div>
        <div className="grid grid-cols-1 gap-6">
          <CutSection title="Projects" cut={principal.projects} none="None">
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
          <CutSection title="Sessions" cut={principal.sessions} none="None: this principal acts without a role">
            {(items) => <SessionsTable sessions={items} filter={filter} timeZone={timeZone} />}
          </CutSection>
          <ValueCounts title="User agents" nameLabel="User agent" values={principal.userAgents} {...values} />
        </div>
      </div>
      <LatestEvents title="Latest events" events={principal.latestEvents} filter={filter} timeZone={timeZone} />
    </article>
  );
}

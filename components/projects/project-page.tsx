import type { ProjectDetail } from "#lib/projects/project.ts";
import { ActionCounts } from "#components/events/action-counts.tsx";
import { CountTable } from "#components/events/count-table.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { LatestEvents } from "#components/events/latest-events.tsx";
import { SummaryLine } from "#components/events/summary-line.tsx";
import { PrincipalName } from "#components/principals/principal-name.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { TimelineFigure } from "#components/timeline/timeline-figure.tsx";
import { NeverConfirmed } from "./never-confirmed.tsx";
import { projectValue } from "./project-href.ts";

/** What happened in a project: when, what, by whom. */
export function ProjectPage({ project, timeZone }: { project: ProjectDetail; timeZone: string }) {
  const filter = valueFilter("project", projectValue(project));
  return (
    <article className="grid grid-cols-1 gap-6">
      <header className="grid grid-cols-1 gap-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
            <SafeText text={project.id} />
          </h1>
          {!project.isConfirmed && <NeverConfirmed />}
        </div>
        <p className="font-mono text-small text-ink-soft">
          <SafeText text={`${project.account} ${project.region}`} />
        </p>
        <SummaryLine counts={project} filter={filter} timeZone={timeZone} />
      </header>
      <TimelineFigure timeline={project.timeline} filter={filter} />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <CutSection title="Principals" cut={project.principalList} none="None">
          {(items) => (
            <CountTable
              caption="Principals by count"
              nameLabel="Principal"
              timeZone={timeZone}
              rows={items.map((principal) => ({
                ...principal,
                name: <PrincipalName principal={principal} />,
                filter: onlyValue(filter, "principal", principal.key),
              }))}
            />
          )}
        </CutSection>
        <ActionCounts actions={project.actions} filter={filter} />
      </div>
      <LatestEvents title="Latest events" events={project.latestEvents} filter={filter} timeZone={timeZone} />
    </article>
  );
}

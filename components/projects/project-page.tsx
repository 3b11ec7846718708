import type { ProjectStory } from "#lib/codestar/project-story.ts";
import type { TeamEvent } from "#lib/codestar/team.ts";
import type { Coverage } from "#lib/projects/coverage.ts";
import type { RelatedActivity } from "#lib/projects/related-activity.ts";
import type { ProjectDetail } from "#lib/projects/project.ts";
import { ActionCounts } from "#components/events/action-counts.tsx";
import { CountTable } from "#components/events/count-table.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { LatestEvents } from "#components/events/latest-events.tsx";
import { SummaryLine } from "#components/events/summary-line.tsx";
import { PrincipalName } from "#components/principals/principal-name.tsx";
import { TimelineFigure } from "#components/timeline/timeline-figure.tsx";
import type { AskedInstant } from "./asked-instant.ts";
import { ProjectFacts } from "./project-facts.tsx";
import { ProjectHeading } from "./project-heading.tsx";
import { projectHref, projectValue } from "./project-href.ts";
import { RelatedSection } from "./related-section.tsx";
import { TeamSection } from "./team-section.tsx";

type Props = {
  project: ProjectDetail;
  story: ProjectStory;
  team: readonly TeamEvent[];
  coverage: Coverage;
  related: RelatedActivity;
  asked: AskedInstant;
  timeZone: string;
};

/** A project: what it is and was, who was in its team when, and what happened in it. */
export function ProjectPage({ project, story, team, coverage, related, asked, timeZone }: Props) {
  const filter = valueFilter("project", projectValue(project));
  return (
    <article className="grid grid-cols-1 gap-6">
      <ProjectHeading project={project} current="overview" isConfirmed={project.isConfirmed}>
        <SummaryLine counts={project} filter={filter} timeZone={timeZone} />
      </ProjectHeading>
      <ProjectFacts story={story} timeZone={timeZone} />
      <TeamSection
        project={project}
        events={team}
        lifecycle={story.calls.map(({ eventTime }) => eventTime)}
        coverage={coverage}
        asked={asked}
        timeZone={timeZone}
      />
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
      <RelatedSection
        activity={related}
        filter={filter}
        switchHref={switchHref(project, asked, related.shown === null)}
        timeZone={timeZone}
      />
    </article>
  );
}

/** The page with or without what other services did, at the same time. */
function switchHref(project: ProjectDetail, asked: AskedInstant, isShown: boolean): string {
  const params = new URLSearchParams();
  if (asked.text !== "") params.set("at", asked.text);
  if (isShown) params.set("related", "include");
  return `${projectHref(project)}${params.size === 0 ? "" : `?${params}`}`;
}

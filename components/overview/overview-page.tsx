import Link from "next/link";
import type { ReactNode } from "react";
import type { Overview } from "#lib/overview/overview.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { CountTable } from "#components/events/count-table.tsx";
import { onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { LatestEvents } from "#components/events/latest-events.tsx";
import { PrincipalName } from "#components/principals/principal-name.tsx";
import { projectValue } from "#components/projects/project-href.ts";
import { ProjectLink } from "#components/projects/project-link.tsx";
import { TimelineFigure } from "#components/timeline/timeline-figure.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Totals } from "./totals.tsx";

/** Everything at a glance: how much, when, where, by whom, and what changed last. */
export function OverviewPage({ overview, timeZone }: { overview: Overview; timeZone: string }) {
  return (
    <>
      <Totals overview={overview} />
      <TimelineFigure timeline={overview.timeline} filter={ALL_EVENTS} />
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <Busiest title="Busiest projects" href="/projects">
          <CountTable
            caption="Busiest projects"
            nameLabel="Project"
            rows={overview.busiestProjects.map((project) => ({
              ...project,
              key: projectValue(project),
              name: <ProjectLink project={project} />,
              filter: valueFilter("project", projectValue(project)),
            }))}
          />
        </Busiest>
        <Busiest title="Busiest principals" href="/principals">
          <CountTable
            caption="Busiest principals"
            nameLabel="Principal"
            rows={overview.busiestPrincipals.map((principal) => ({
              ...principal,
              name: <PrincipalName principal={principal} />,
              filter: valueFilter("principal", principal.key),
            }))}
          />
        </Busiest>
      </div>
      <LatestEvents
        title="Latest writes"
        events={overview.latestWrites}
        filter={onlyValue(ALL_EVENTS, "access", "write")}
        timeZone={timeZone}
      />
    </>
  );
}

function Busiest({ title, href, children }: { title: string; href: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <SectionHeading
        more={
          <Link href={href} className="underline-offset-2 hover:underline">
            All of them
          </Link>
        }
      >
        {title}
      </SectionHeading>
      {children}
    </section>
  );
}

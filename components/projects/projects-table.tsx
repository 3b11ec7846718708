import type { Project } from "#lib/projects/project.ts";
import { onlyValue, valueFilter, eventsHref } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { NeverConfirmed } from "./never-confirmed.tsx";
import { projectHref, projectValue } from "./project-href.ts";

/** Projects, a line each. */
export function ProjectsTable({ projects, timeZone }: { projects: readonly Project[]; timeZone: string }) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Projects, latest activity first</caption>
      <thead>
        <tr>
          <Th>Project</Th>
          <Th className="w-30 max-md:hidden">Account</Th>
          <Th className="w-30 max-md:hidden">Region</Th>
          <Th className="w-52 max-lg:hidden">First seen</Th>
          <Th className="w-52 max-md:hidden">Last seen</Th>
          <Th className="w-20 text-right max-md:hidden">Principals</Th>
          <Th className="w-18 text-right max-sm:hidden">Writes</Th>
          <Th className="w-18 text-right">Failures</Th>
          <Th className="w-18 text-right">Events</Th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => {
          const filter = valueFilter("project", projectValue(project));
          return (
            <tr key={projectValue(project)} className="hover:bg-sunken">
              <Td className="max-md:py-1">
                <span className="flex flex-wrap gap-x-2">
                  <TextLink className="max-w-full truncate font-medium" href={projectHref(project)}>
                    <SafeText text={project.id} />
                  </TextLink>
                  {!project.isConfirmed && <NeverConfirmed />}
                </span>
                <p className="truncate font-mono text-small text-ink-soft md:hidden">
                  <SafeText text={`${project.account} ${project.region}`} />
                </p>
              </Td>
              <Td className="font-mono text-small max-md:hidden">
                <TextLink href={eventsHref(valueFilter("account", project.account))}>{project.account}</TextLink>
              </Td>
              <Td className="font-mono text-small max-md:hidden">
                <TextLink href={eventsHref(valueFilter("region", project.region))}>{project.region}</TextLink>
              </Td>
              <Td className="max-lg:hidden">
                <EventTime iso={project.firstSeen} timeZone={timeZone} />
              </Td>
              <Td className="max-md:hidden">
                <EventTime iso={project.lastSeen} timeZone={timeZone} />
              </Td>
              <Td className="text-right max-md:hidden">{formatCount(project.principals)}</Td>
              <Td className="text-right max-sm:hidden">
                <TextLink href={eventsHref(onlyValue(filter, "access", "write"))}>
                  {formatCount(project.writes)}
                </TextLink>
              </Td>
              <Td className={`text-right ${project.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
                <TextLink href={eventsHref(onlyValue(filter, "outcome", "failure"))}>
                  {formatCount(project.failures)}
                </TextLink>
              </Td>
              <Td className="text-right">
                <TextLink href={eventsHref(filter)}>{formatCount(project.events)}</TextLink>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

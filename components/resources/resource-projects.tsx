import type { ProjectEvidence, ResourceDetail, ResourceProject } from "#lib/resources/resource-detail.ts";
import type { ResourceKind } from "#lib/codestar/resource-kind.ts";
import { CutSection } from "#components/events/cut-section.tsx";
import { eventsHref, onlyValue, valueFilter, withRelated } from "#components/events/edit-filter.ts";
import { eventHref } from "#components/events/event-href.ts";
import { RelatedMark } from "#components/events/related-mark.tsx";
import { projectValue } from "#components/projects/project-href.ts";
import { ProjectLink } from "#components/projects/project-link.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

const KNOWN_BY: Record<ProjectEvidence, string> = {
  own: "an event of CodeStar’s",
  related: "another service’s event",
  role: "the name of the role that used it",
  watched: "the name of what it watches",
};

/** Why there may be a use that no record tells. */
function noneText(kind: ResourceKind): string {
  if (kind === "event-rule") return "An event rule serves all notification rules of its region.";
  if (kind === "notification-rule")
    return "No record says which project uses it: what it watches is called like no known project’s resources.";
  return "No record says which project uses it. The records of Connections name no project; a pipeline’s do, but they are kept only if they bear a project’s marks, or with EVENT_SOURCES=codepipeline.amazonaws.com.";
}

/** The projects that have to do with a resource, and what says so. */
export function ResourceProjects({ resource }: { resource: ResourceDetail }) {
  const filter = valueFilter("resource", resource.key);
  return (
    <CutSection title="Projects" cut={resource.projects} none={noneText(resource.kind)}>
      {(items) => (
        <Table className="table-fixed">
          <caption className="sr-only">Projects that have to do with it</caption>
          <thead>
            <tr>
              <Th>Project</Th>
              <Th className="w-60 max-sm:hidden">Known by</Th>
              <Th className="w-18 text-right">Events</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((project) => {
              const both = onlyValue(filter, "project", projectValue(project));
              return (
                <tr key={`${projectValue(project)} ${project.by}`} className="hover:bg-sunken">
                  <Td className="max-sm:py-1">
                    <ProjectLink project={project} />
                    <div className="text-small sm:hidden">
                      <Evidence project={project} />
                    </div>
                  </Td>
                  <Td className="max-sm:hidden">
                    <Evidence project={project} />
                  </Td>
                  <Td className="text-right">
                    {project.events === 0 || project.by === "role" ? (
                      <span className="text-ink-soft">{project.events || "–"}</span>
                    ) : (
                      <TextLink href={eventsHref(project.by === "related" ? withRelated(both, "only") : both)}>
                        {formatCount(project.events)}
                      </TextLink>
                    )}
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </CutSection>
  );
}

/** What says so, leading to the newest event that does; another service's is marked. */
function Evidence({ project: { by, eventId } }: { project: ResourceProject }) {
  return (
    <span className="flex items-center gap-1">
      {by === "related" && <RelatedMark />}
      {eventId === null ? (
        KNOWN_BY[by]
      ) : (
        <TextLink href={eventHref(eventId)} title="The newest of them" className="underline">
          {KNOWN_BY[by]}
        </TextLink>
      )}
    </span>
  );
}

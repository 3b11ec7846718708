import { SafeText } from "#components/text/safe-text.tsx";
import { Qualified } from "#components/text/qualified.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { projectHref, type ProjectName } from "./project-href.ts";

/** A project in a list: leads to its page; account and region tell it from its namesakes. */
export function ProjectLink({ project }: { project: ProjectName }) {
  return (
    <Qualified by={`${project.account} ${project.region}`}>
      <TextLink className="font-medium" href={projectHref(project)}>
        <SafeText text={project.id} />
      </TextLink>
    </Qualified>
  );
}

import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { projectHref, type ProjectName } from "./project-href.ts";

/** A project in a list: leads to its page; account and region tell it from its namesakes. */
export function ProjectLink({ project }: { project: ProjectName }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <TextLink className="max-w-[70%] shrink-0 truncate font-medium" href={projectHref(project)}>
        <SafeText text={project.id} />
      </TextLink>
      <span className="truncate font-mono text-small text-ink-soft">
        <SafeText text={`${project.account} ${project.region}`} />
      </span>
    </span>
  );
}

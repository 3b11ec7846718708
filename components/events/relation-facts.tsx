import { RELATED_REASONS } from "#lib/codestar/related-reasons.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { projectHref, projectValue } from "#components/projects/project-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { relatedProjectOf } from "./event-project.ts";
import { Fact } from "./fact.tsx";

const reasons = new Map<string, { description: string; isMarked: boolean }>(Object.entries(RELATED_REASONS));

/** To which project another service's event belongs, and by which rule. A name that is merely alike tells only with one. */
export function RelationFacts({ event }: { event: EventRow }) {
  const reason = reasons.get(event.relatedReason ?? "");
  const project = relatedProjectOf(event);
  if (!reason || (!project && !reason.isMarked)) return null;
  return (
    <>
      <Fact label="Belongs to" value={project ? projectValue(project) : "No project that is known"}>
        {project ? (
          <TextLink href={projectHref(project)}>
            <SafeText text={projectValue(project)} />
          </TextLink>
        ) : (
          <span className="text-ink-soft">No project that is known</span>
        )}
      </Fact>
      <Fact label="By which mark" value={reason.description} />
      {event.isRelated && (
        <Fact
          label="Kept"
          value="For this mark alone: another service’s record, in no count unless other services are asked for."
        />
      )}
    </>
  );
}

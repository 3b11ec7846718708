import type { FacetValue } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { facetValueName, projectParts } from "./facet-value-name.ts";

/** Fields whose values are read as words, not letter by letter. */
const WORDS: ReadonlySet<FacetName> = new Set(["action", "access", "outcome", "error"]);

/** A value as one would name it: a principal by its label, a project by its id before account and region. */
export function FacetLabel({ name, value: facetValue }: { name: FacetName; value: FacetValue }) {
  const { value, label } = facetValue;
  if (value === null) return <span className="grow italic">none</span>;
  const project = name === "project" ? projectParts(value) : null;
  if (project !== null) {
    return (
      <span className="flex min-w-0 grow gap-1.5">
        <span className="max-w-[75%] shrink-0 truncate">
          <SafeText text={project.id} />
        </span>
        {/* What tells namesakes apart gives way first, the account before the region. */}
        <span className="min-w-0 truncate text-ink-soft">
          <MiddleEllipsis text={`${project.account} ${project.region}`} tail={project.region.length} />
        </span>
      </span>
    );
  }
  return (
    <span className="min-w-0 grow truncate">
      {label !== undefined || WORDS.has(name) ? (
        <SafeText text={facetValueName(name, facetValue)} />
      ) : (
        <MiddleEllipsis text={value} tail={12} />
      )}
    </span>
  );
}

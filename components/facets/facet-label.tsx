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
      // One line high: what tells namesakes apart and finds no room in it gives way whole, the account first.
      <span className="flex h-5 min-w-0 grow flex-wrap gap-x-1.5 overflow-hidden">
        <span className="max-w-full truncate">
          <SafeText text={project.id} />
        </span>
        <span className="order-last font-mono text-small leading-5 text-ink-soft">
          <SafeText text={project.account} />
        </span>
        <span className="font-mono text-small leading-5 text-ink-soft">
          <SafeText text={project.region} />
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

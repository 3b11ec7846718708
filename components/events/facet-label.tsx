import type { FacetValue } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";

/** A value as one would name it: a principal by its label, a project by its id before account and region. */
export function FacetLabel({ name, value: { value, label } }: { name: FacetName; value: FacetValue }) {
  if (value === null) return <span className="grow">none</span>;
  const [account, region, ...id] = name === "project" ? value.split("/") : [];
  if (account !== undefined && region !== undefined && id.length > 0) {
    return (
      <span className="min-w-0 grow truncate">
        <SafeText text={id.join("/")} />{" "}
        <span className="font-mono text-small text-ink-soft">
          <SafeText text={`${account} ${region}`} />
        </span>
      </span>
    );
  }
  return (
    <span className="min-w-0 grow truncate">
      {label === undefined ? <MiddleEllipsis text={value} tail={16} /> : <SafeText text={label} />}
    </span>
  );
}

"use client";
import type { ReactNode } from "react";
import { type EventFilter, FILTER_FIELDS } from "#lib/events/filter.ts";
import { type FilterTerm, patternText } from "#lib/events/filter-term.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { valueTerm, withoutTerm, withTerms } from "#components/events/edit-filter.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { shortenMiddle } from "#components/text/shorten-middle.ts";
import { FACET_ORDER } from "./facet-order.ts";
import { facetValueName } from "./facet-value-name.ts";
import { isLiteral } from "./term-state.ts";
import { useUnknownValue } from "./use-unknown-value.ts";

/** Each is a question of its own: of a long list that somebody pasted, the first ones are looked up. */
const LOOKED_UP = 12;

type Props = { filter: EventFilter; apply: (filter: EventFilter) => void };

/** Values of the filter that no event has, whatever else is asked for; each with what was probably meant. */
export function UnknownValues({ filter, apply }: Props) {
  const values = FACET_ORDER.filter(({ name }) => FILTER_FIELDS.get(name)?.kind !== "enum").flatMap(({ name }) =>
    (filter.terms[name] ?? [])
      .filter((term) => !term.isExcluded && isLiteral(term))
      .map((term) => (
        <UnknownValue key={`${name} ${term.pattern}`} name={name} term={term} filter={filter} apply={apply} />
      )),
  );
  return values.slice(0, LOOKED_UP);
}

function UnknownValue({ name, term, filter, apply }: Props & { name: FacetName; term: FilterTerm }) {
  const { isUnknown, nearest } = useUnknownValue(name, term);
  if (!isUnknown) return null;
  const use = (value: string) => {
    const rest = withoutTerm(filter, name, term);
    apply(withTerms(rest, name, [...(rest.terms[name] ?? []), valueTerm(value)]));
  };
  return (
    <p role="status">
      No event has the {FILTER_FIELDS.get(name)?.label.toLowerCase()} <Value>{patternText(term.pattern)}</Value>.
      {nearest?.value != null && (
        <>
          {" "}
          Nearest:{" "}
          <button
            type="button"
            className="text-brass underline"
            onClick={() => nearest.value !== null && use(nearest.value)}
          >
            <Value>{facetValueName(name, nearest)}</Value>
          </button>
        </>
      )}
    </p>
  );
}

function Value({ children }: { children: string }): ReactNode {
  return (
    <span className="break-words font-mono text-small">
      <SafeText text={shortenMiddle(children, 80)} />
    </span>
  );
}

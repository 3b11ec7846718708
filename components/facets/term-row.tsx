"use client";
import type { EventFilter } from "#lib/events/filter.ts";
import { type FilterTerm, patternText } from "#lib/events/filter-term.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { FacetLabel } from "./facet-label.tsx";
import { FacetRow } from "./facet-row.tsx";
import { isLiteral, isNone, rowEdits } from "./term-state.ts";
import { useTermCount } from "./use-term-count.ts";

type Props = {
  name: FacetName;
  term: FilterTerm;
  filter: EventFilter;
  asOf: number;
  apply: (filter: EventFilter) => void;
  isStop: boolean;
  isEnabled: boolean;
};

/** A term of the filter that is none of the values in sight: a pattern, another way to name one, or nothing there is. */
export function TermRow({ name, term, filter, asOf, apply, isStop, isEnabled }: Props) {
  const count = useTermCount({ name, term, filter, asOf, isEnabled });
  // "Any value" is what excludes "none".
  const meant = { pattern: term.pattern, isExcluded: isNone(term) };
  const text = isNone(term) ? "none" : patternText(term.pattern);
  const shown = isLiteral(term) || isNone(term) ? text : `like ${text}`;
  return (
    <FacetRow
      name={shown}
      label={
        isLiteral(term) || isNone(term) ? (
          <FacetLabel name={name} value={{ value: isNone(term) ? null : text, count: 0 }} />
        ) : (
          <span className="min-w-0 grow truncate">
            <span className="text-small text-ink-soft">like </span>
            <MiddleEllipsis text={text} tail={12} />
          </span>
        )
      }
      count={count}
      share={0}
      state={term.isExcluded === meant.isExcluded ? "included" : "excluded"}
      isBefore={false}
      isStop={isStop}
      edits={rowEdits(filter, name, meant)}
      apply={apply}
    />
  );
}

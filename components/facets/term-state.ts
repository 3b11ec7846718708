import type { EventFilter } from "#lib/events/filter.ts";
import { type FilterTerm, patternParts } from "#lib/events/filter-term.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { invertedTerm, onlyValue, valueTerm, withoutTerm, withTerms } from "#components/events/edit-filter.ts";

/** What the filter says of a value: nothing, that it is among those meant, or that it isn't meant. */
export type TermState = "free" | "included" | "excluded";

/** Of `*` the one that excludes means the events without a value, and the other one means that those are excluded. */
export const isNone = ({ pattern }: FilterTerm): boolean => pattern === "*";

/** Whether a term stands for one value, no wildcard in it. */
export const isLiteral = ({ pattern }: FilterTerm): boolean => patternParts(pattern).length === 1;

/** What the filter says of exactly this value; null: of events without one. */
export function valueState(filter: EventFilter, name: FacetName, value: string | null): TermState {
  const term = valueTerm(value);
  const said = (filter.terms[name] ?? []).find(({ pattern }) => pattern === term.pattern);
  if (said === undefined) return "free";
  return said.isExcluded === term.isExcluded ? "included" : "excluded";
}

/** The filter in which a term stands as asked, whatever it was before; asked for what it is already, it goes. */
function toggled(filter: EventFilter, name: FacetName, term: FilterTerm): EventFilter {
  const present = (filter.terms[name] ?? []).filter(({ pattern }) => pattern === term.pattern);
  if (present.some(({ isExcluded }) => isExcluded === term.isExcluded)) return withoutTerm(filter, name, term);
  const [turned] = present;
  if (turned) return invertedTerm(filter, name, turned);
  return withTerms(filter, name, [...(filter.terms[name] ?? []), term]);
}

/** What can be done about a row's term: take it in or out, shut it out or no longer, and nothing but it. */
export type RowEdits = { include: EventFilter; exclude: EventFilter; only: EventFilter };

/** The filters that a row leads to. */
export function rowEdits(filter: EventFilter, name: FacetName, meant: FilterTerm): RowEdits {
  const others = (filter.terms[name] ?? []).filter((term) => !isNone(term));
  // "Any value" would add all of them to the values that are meant.
  const isWidening = isNone(meant) && others.some(({ isExcluded }) => !isExcluded);
  return {
    include: toggled(filter, name, meant),
    exclude: isWidening
      ? withTerms(filter, name, others)
      : toggled(filter, name, { ...meant, isExcluded: !meant.isExcluded }),
    only: withTerms(filter, name, [meant]),
  };
}

/** The filters that the row of a value leads to. */
export function valueEdits(filter: EventFilter, name: FacetName, value: string | null): RowEdits {
  return { ...rowEdits(filter, name, valueTerm(value)), only: onlyValue(filter, name, value) };
}

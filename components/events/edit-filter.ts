import { ALL_EVENTS, eventFilterParams, type EventFilter, type TermFilterName } from "#lib/events/filter.ts";
import { literalPattern, type FilterTerm } from "#lib/events/filter-term.ts";

/** The pattern of events that have no value at all, excluded: "none". */
const ANYTHING: FilterTerm = { pattern: "*", isExcluded: true };

/** The address of the events that match, first page, newest first. */
export function eventsHref(filter: EventFilter = ALL_EVENTS): string {
  const params = eventFilterParams(filter).toString();
  return params === "" ? "/events" : `/events?${params}`;
}

/** The term for exactly this value; null for events without one. */
export function valueTerm(value: string | null): FilterTerm {
  return value === null ? ANYTHING : { pattern: literalPattern(value), isExcluded: false };
}

/** The filter with these terms under a name, and no others. */
export function withTerms(filter: EventFilter, name: TermFilterName, terms: readonly FilterTerm[]): EventFilter {
  const { [name]: _, ...others } = filter.terms;
  return { ...filter, terms: terms.length === 0 ? others : { ...others, [name]: terms } };
}

/** The filter narrowed to one value: other values of that name go, what is excluded stays. */
export function onlyValue(filter: EventFilter, name: TermFilterName, value: string | null): EventFilter {
  const excluded = (filter.terms[name] ?? []).filter((term) => term.isExcluded && term.pattern !== ANYTHING.pattern);
  const term = valueTerm(value);
  const kept = excluded.filter((other) => other.pattern !== term.pattern);
  return withTerms(filter, name, [...kept, term]);
}

/** The filter for one value alone. */
export function valueFilter(name: TermFilterName, value: string | null): EventFilter {
  return onlyValue(ALL_EVENTS, name, value);
}

/** The filter without one of its terms. */
export function withoutTerm(filter: EventFilter, name: TermFilterName, term: FilterTerm): EventFilter {
  const isOther = (other: FilterTerm) => other.pattern !== term.pattern || other.isExcluded !== term.isExcluded;
  return withTerms(filter, name, (filter.terms[name] ?? []).filter(isOther));
}

/** The filter with a term turned round: included becomes excluded. */
export function invertedTerm(filter: EventFilter, name: TermFilterName, term: FilterTerm): EventFilter {
  const rest = withoutTerm(filter, name, term);
  // A ! at the beginning of what is included would exclude it; behind another it means itself.
  const pattern = term.isExcluded ? term.pattern.replace(/^!/, "\\!") : term.pattern;
  const turned = { pattern, isExcluded: !term.isExcluded };
  return withTerms(rest, name, [...(withoutTerm(rest, name, turned).terms[name] ?? []), turned]);
}

/** The filter with other bounds; an undefined one is open. */
export function withTimes(filter: EventFilter, times: { from?: string; to?: string }): EventFilter {
  const { from: _from, to: _to, ...rest } = filter;
  return {
    ...rest,
    ...(times.from === undefined ? {} : { from: times.from }),
    ...(times.to === undefined ? {} : { to: times.to }),
  };
}

/** The filter with another say on what other services did for projects; undefined leaves that out. */
export function withRelated(filter: EventFilter, related: EventFilter["related"]): EventFilter {
  const { related: _, ...rest } = filter;
  return related === undefined ? rest : { ...rest, related };
}

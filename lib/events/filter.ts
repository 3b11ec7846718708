import type { EventField } from "./event-field.ts";
import { EVENT_FIELDS, eventFields, type FieldFilterName } from "./fields.ts";
import { FILTER_ONLY_FIELDS } from "./filter-only-fields.ts";
import { filterTermValue, type FilterTerm, parseFilterTerm } from "./filter-term.ts";
import { searchWords } from "./search-words.ts";
import { parseTimeBound } from "./time-bound.ts";

/** Filters by value; `q` looks for words anywhere in the record. */
export type TermFilterName = FieldFilterName | "q";
/** How far the records of other services that belong to a project join in; without it only CodeStar's own are meant. */
export type RelatedChoice = "include" | "only";
export type FilterName = "from" | "to" | "related" | TermFilterName;

/** Which events: all of the filters, and in each any of the included and none of the excluded terms. */
export type EventFilter = {
  /** As written, ISO 8601 or relative; that instant included. */
  from?: string;
  /** As written, ISO 8601 or relative; that instant excluded. */
  to?: string;
  related?: RelatedChoice;
  terms: { readonly [Name in TermFilterName]?: readonly FilterTerm[] };
};

/** A part of a URL that was not understood. */
export type FilterProblem = { name: string; value: string; message: string };

/** The field each filter by value belongs to. */
export const FILTER_FIELDS: ReadonlyMap<string, EventField> = new Map(
  [...eventFields, ...FILTER_ONLY_FIELDS].flatMap((field) =>
    field.filter === undefined ? [] : [[field.filter, field]],
  ),
);

/** All filter names in the order in which URLs are written. */
export const FILTER_NAMES: readonly FilterName[] = [
  "from",
  "to",
  "related",
  ...EVENT_FIELDS.flatMap((field) => ("filter" in field ? [field.filter] : [])),
  ...FILTER_ONLY_FIELDS.map((field) => field.filter),
  "q",
];

/** No filter: all events. */
export const ALL_EVENTS: EventFilter = { terms: {} };

/**
 * Reads the filter out of a URL (design, section 6). What isn't understood becomes a problem and is left out.
 * @param ownNames names that the page or route reads itself.
 */
export function parseEventFilter(
  params: URLSearchParams,
  ownNames: readonly string[] = [],
): { filter: EventFilter; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const reader = filterReader();
  for (const [name, value] of params) {
    if (ownNames.includes(name)) continue;
    const message = reader.take(name, value);
    if (message !== null) problems.push({ name, value, message });
  }
  return { filter: reader.filter, problems };
}

/**
 * Makes a filter out of names and values as they stand in a URL, one by one: `take` answers with what is wrong with
 * one, which then is left out, or null.
 */
export function filterReader(): { filter: EventFilter; take: (name: string, value: string) => string | null } {
  const terms: { [Name in TermFilterName]?: FilterTerm[] } = {};
  const filter: EventFilter = { terms };
  function take(name: string, value: string): string | null {
    const message = problemOf(name, value, filter);
    if (message !== null) return message;
    if (name === "from" || name === "to") filter[name] = value.trim();
    else if (name === "related") filter.related = value === "only" ? "only" : "include";
    else addTerm(terms, name, parseFilterTerm(value));
    return null;
  }
  return { filter, take };
}

/** The filter as a URL's parameters, in a fixed order; what isn't filtered isn't written. */
export function eventFilterParams(filter: EventFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    if (name === "from" || name === "to" || name === "related") {
      if (filter[name] !== undefined) params.append(name, filter[name]);
    } else {
      for (const term of filter.terms[name] ?? []) params.append(name, filterTermValue(term));
    }
  }
  return params;
}

/** The instants of `from` (included) and `to` (excluded) at a given now. */
export function filterTimeRange(filter: EventFilter, now: Date): { from: Date | null; to: Date | null } {
  return {
    from: filter.from === undefined ? null : parseTimeBound(filter.from, now),
    to: filter.to === undefined ? null : parseTimeBound(filter.to, now),
  };
}

function problemOf(name: string, value: string, single: Omit<EventFilter, "terms">): string | null {
  if (name === "related") {
    if (single.related !== undefined) return "related is given twice";
    return value === "include" || value === "only" ? null : "related must be include or only";
  }
  if (name === "from" || name === "to") {
    if (single[name] !== undefined) return `${name} is given twice`;
    if (parseTimeBound(value.trim(), new Date(0)) !== null) return null;
    return `${name} must be an ISO 8601 time such as 2024-07-31T12:00:00Z, or relative such as -7d (s, m, h, d, w, M, y)`;
  }
  const field = FILTER_FIELDS.get(name);
  if (field === undefined && name !== "q") return `there is no filter named ${name}`;
  const { pattern } = parseFilterTerm(value);
  if (pattern === "" || (name === "q" && searchWords(pattern).length === 0)) return `${name} is empty`;
  if (field?.kind === "flag" && !["true", "false", "*"].includes(pattern)) return `${name} must be true, false or *`;
  if (field?.kind === "enum" && !field.values.includes(pattern)) return `${name} must be ${field.values.join(" or ")}`;
  return null;
}

function addTerm(terms: Record<string, FilterTerm[] | undefined>, name: string, term: FilterTerm): void {
  const present = (terms[name] ??= []);
  const isSame = (other: FilterTerm) => other.pattern === term.pattern && other.isExcluded === term.isExcluded;
  if (!present.some(isSame)) present.push(term);
}

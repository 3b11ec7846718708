import type { EventFilter } from "./filter.ts";
import { type FilterTerm, isNoneTerm, patternParts, patternText } from "./filter-term.ts";
import { FIELD_WORDS } from "./field-words.ts";
import { searchWords } from "./search-words.ts";

const UNITS: Record<string, string> = {
  s: "second",
  m: "minute",
  h: "hour",
  d: "day",
  w: "week",
  M: "month",
  y: "year",
};
/** Values that are named; the rest is counted. */
const NAMED = 6;

/**
 * A filter in one sentence of plain English, without a full stop. Values are as the events have them, whatever
 * characters those are.
 * @param timeText how an absolute bound is shown.
 */
export function filterWords(filter: EventFilter, timeText: (bound: string) => string = (bound) => bound): string {
  const { terms } = filter;
  const names = (Object.keys(FIELD_WORDS) as (keyof typeof FIELD_WORDS)[]).filter((name) => name !== "project");
  const clauses = names.flatMap((name) => fieldClauses(name, terms[name] ?? []));
  const inProjects = fieldClauses("project", terms.project ?? []).join(", ");
  const head = [nounOf(filter), ...actionClauses(terms.action ?? []), ...(inProjects === "" ? [] : [inProjects])];
  const [first, ...rest] = [
    ...clauses,
    ...timeClause(filter, timeText),
    ...wordsClauses(terms.q ?? []),
    ...(filter.related === "include" ? ["with what other services did included"] : []),
  ];
  if (first === undefined) return head.join(" ") === "Events" ? "All events" : head.join(" ");
  return [`${head.join(" ")}${head.length === 1 ? "" : ","} ${first}`, ...rest].join(", ");
}

/** What kind of events: `Failed writes`; what a noun can't say of access and outcome is a clause. */
function nounOf({ terms, related }: EventFilter): string {
  const outcome = onlyOne(terms.outcome, ["success", "failure"]);
  const access = onlyOne(terms.access, ["read", "write"]);
  const others = related === "only" ? " of other services alone" : "";
  const odd = [
    ...(outcome === null ? ["whose outcome contradicts itself"] : []),
    ...(access === null ? ["whose access contradicts itself"] : []),
  ];
  const noun = {
    failure: { read: "Failed reads", write: "Failed writes", "": "Failures" },
    success: { read: "Successful reads", write: "Successful writes", "": "Successes" },
    "": { read: "Reads", write: "Writes", "": "Events" },
  }[outcome ?? ""][access ?? ""];
  return [`${noun}${others}`, ...odd].join(" ");
}

/** The one value of two that terms leave; `""` where they leave both, null where none. */
function onlyOne<Value extends string>(terms: readonly FilterTerm[] = [], values: readonly Value[]): Value | "" | null {
  const included = terms.filter((term) => !term.isExcluded);
  const left = values.filter(
    (value) =>
      (included.length === 0 || included.some((term) => term.pattern === value)) &&
      !terms.some((term) => term.isExcluded && term.pattern === value),
  );
  return left.length === values.length ? "" : (left[0] ?? null);
}

function actionClauses(terms: readonly FilterTerm[]): string[] {
  const { isAny, isNone, included, excluded } = sorted(terms);
  const meant = included.length > 0 ? `of ${oneOf(included.map(valueText))}` : "of any action";
  return [
    ...either(isAny || included.length > 0 ? meant : null, isNone ? "of no action" : null),
    ...(excluded.length > 0 ? [`${included.length > 0 ? "but not" : "not"} of ${oneOf(excluded.map(valueText))}`] : []),
  ];
}

function fieldClauses(name: keyof typeof FIELD_WORDS, terms: readonly FilterTerm[]): string[] {
  const words = FIELD_WORDS[name];
  const { isAny, isNone, included, excluded } = sorted(terms);
  const isLike = (some: readonly FilterTerm[]) => some.some(({ pattern }) => patternParts(pattern).length > 1);
  const say = ({ pattern }: FilterTerm) => words.values?.[pattern] ?? valueText({ pattern });
  const meant =
    included.length > 0 ? `${isLike(included) ? words.like : words.is} ${oneOf(included.map(say))}` : words.any;
  return [
    ...either(isAny || included.length > 0 ? meant.trim() : null, isNone ? words.none : null),
    ...(excluded.length > 0 ? [`${isLike(excluded) ? words.unlike : words.isNot} ${oneOf(excluded.map(say))}`] : []),
  ].map((clause) => clause.trim());
}

/** "Any value" leaves nothing for other values to add, "none" alone nothing for others to exclude. */
function sorted(terms: readonly FilterTerm[]) {
  const included = terms.filter((term) => !term.isExcluded);
  const excluded = terms.filter((term) => term.isExcluded && !isNoneTerm(term));
  const isAny = included.some(({ pattern }) => pattern === "*");
  const isNone = terms.some(isNoneTerm);
  return { isAny, isNone, included: isAny ? [] : included, excluded: isNone && included.length === 0 ? [] : excluded };
}

/** One clause of what may be there, of none, or of both. */
function either(meant: string | null, none: string | null): string[] {
  const said = [meant, none].filter((clause) => clause !== null);
  return said.length === 0 ? [] : [said.join(" or ")];
}

function timeClause({ from, to }: EventFilter, timeText: (bound: string) => string): string[] {
  const bound = (text: string) => (text.startsWith("-") ? `${ago(text)} ago` : timeText(text));
  if (from !== undefined && to !== undefined) return [`from ${bound(from)} until ${bound(to)}`];
  if (to !== undefined) return [`before ${bound(to)}`];
  if (from === undefined) return [];
  if (!from.startsWith("-")) return [`since ${bound(from)}`];
  return [`in the last ${ago(from).replace(/^1 /, "")}`];
}

/** `-30d` as `30 days`. */
function ago(relative: string): string {
  const count = Number(relative.slice(1, -1));
  return `${count} ${UNITS[relative.slice(-1)]}${count === 1 ? "" : "s"}`;
}

function wordsClauses(terms: readonly FilterTerm[]): string[] {
  const say = ({ pattern }: FilterTerm) => {
    const words = searchWords(pattern).map((parts) => `“${cut(parts.join("*"))}”`);
    return words.length === 2 ? `both ${words.join(" and ")}` : listOf(words, "and");
  };
  const included = terms.filter((term) => !term.isExcluded).map(say);
  const excluded = terms.filter((term) => term.isExcluded).map(say);
  return [
    ...(included.length > 0 ? [`whose record has ${oneOf(included)}`] : []),
    ...(excluded.length > 0 ? [`whose record doesn't have ${oneOf(excluded)}`] : []),
  ];
}

function valueText({ pattern }: Pick<FilterTerm, "pattern">): string {
  const text = cut(patternText(pattern));
  return /[\s,"“”]/.test(text) ? `“${text}”` : text;
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= 120 ? text : `${characters.slice(0, 80).join("")}…${characters.slice(-30).join("")}`;
}

function oneOf(values: readonly string[]): string {
  if (values.length <= NAMED) return listOf(values, "or");
  return `${values.slice(0, NAMED - 1).join(", ")} or one of ${values.length - NAMED + 1} more`;
}

function listOf(values: readonly string[], joint: "and" | "or"): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} ${joint} ${values.at(-1)}`;
}

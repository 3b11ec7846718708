import { type EventFilter, filterReader, type FilterName, type TermFilterName } from "./filter.ts";
import { filterTermValue, type FilterTerm } from "./filter-term.ts";
import { escapeValue, isBareValue, unescapeValue } from "./query-escapes.ts";
import { type Place, type QueryItem, type QueryPart, queryParts } from "./query-parts.ts";
import { nameProblem, type QueryProblem, valueProblem } from "./query-problems.ts";

export type QueryText = { filter: EventFilter; problems: QueryProblem[]; parts: QueryPart[] };

/** The order in which a filter is written: what, by whom, from where, when, and the words last. */
export const QUERY_ORDER = [
  ...(["project", "action", "principal", "subject", "resource", "outcome", "error", "access", "source"] as const),
  ...(["account", "region", "ip", "network", "key", "agent", "client", "mfa", "from", "to", "related", "q"] as const),
] satisfies FilterName[];

/**
 * Reads a filter out of its text (docs/query.md). What isn't understood becomes a problem with its place and is left
 * out, never guessed.
 */
export function parseQueryText(text: string): QueryText {
  const parts = queryParts(text);
  const reader = filterReader();
  const problems: QueryProblem[] = [];
  const problem = ({ start, end }: Place, message: string) => void problems.push({ start, end, message });

  const words = parts.flatMap((part) => (part.kind === "words" ? [part.item] : []));
  const wanted = words.filter((word) => !word.isExcluded && word.isClosed);
  const [first, last] = [wanted[0], wanted.at(-1)];
  const alternatives = parts.some(
    (part) =>
      part.kind === "field" && part.name === "q" && !part.isExcluded && part.items.some((item) => !item.isExcluded),
  );

  for (const part of parts) {
    if (part.kind === "words") {
      const { item } = part;
      if (!item.isClosed) problem(item, 'this quote has no end; close it with a "');
      else if (item.isExcluded && item.raw === "")
        problem(item, "nothing stands behind the !; write !name:value or !word");
      else if (item.isExcluded) take("q", item, false);
      else if (item === first && last && !alternatives) {
        take("q", { ...last, start: first.start, raw: wanted.map(wordText).join(" "), form: "group" }, false);
      } else if (item === first && alternatives) {
        problem(
          item,
          "words stand either by themselves (all must occur) or behind q: (any of them); write them one way",
        );
      }
      continue;
    }
    const misnamed = nameProblem(part);
    if (misnamed) problems.push(misnamed);
    else for (const item of part.items) take(part.name, item, part.isExcluded, part);
  }
  return { filter: reader.filter, problems, parts };

  function take(name: string, item: QueryItem, isExcluded: boolean, part?: Place) {
    const message = valueProblem(name, item, isExcluded);
    if (message !== null) {
      // An empty value has no extent of its own: what stands before it has.
      const isOnly = part?.end === item.end && text.charAt(item.start - 1) === ":";
      const before = isOnly ? part.start : item.start - 1;
      problem({ start: item.start === item.end ? before : item.start, end: item.end }, message);
      return;
    }
    const pattern = itemPattern(name, item);
    const term = { pattern, isExcluded: isExcluded || item.isExcluded };
    // Only quotes get a ! to the beginning of what is included: there it means itself.
    const refused = reader.take(
      name,
      filterTermValue(!term.isExcluded && pattern.startsWith("!") ? { ...term, pattern: `\\${pattern}` } : term),
    );
    if (refused !== null) problem(item, valueProblem(name, item, isExcluded, refused) ?? refused);
  }
}

/** The pattern that an item stands for; the quotes around words are part of it. */
function itemPattern(name: string, item: QueryItem): string {
  if (name !== "q") return unescapeValue(item.raw, item.form === "quoted" ? '"' : "");
  return unescapeValue(item.form === "group" ? item.raw : wordText(item), "");
}

function wordText({ form, raw }: QueryItem): string {
  return form === "quoted" ? `"${raw}"` : raw;
}

/** The one text of a filter: read again, it is that filter. Empty for all events. */
export function queryText(filter: EventFilter): string {
  return QUERY_ORDER.flatMap((name) => {
    if (name === "q") return wordsTexts(filter.terms.q ?? []);
    if (name !== "from" && name !== "to" && name !== "related") return runs(filter.terms[name] ?? [], name, fieldValue);
    const value = filter[name];
    return value === undefined ? [] : [`${name}:${fieldValue(value)}`];
  }).join(" ");
}

/** A value of a field as it is written: bare where that says the same, else in quotes. */
export function fieldValue(pattern: string): string {
  return isBareValue(pattern) ? pattern : `"${escapeValue(pattern, '"')}"`;
}

/** Terms that follow each other and are alike included or excluded are one part. */
function runs(terms: readonly FilterTerm[], name: TermFilterName, write: (pattern: string) => string): string[] {
  const parts: string[] = [];
  let before: boolean | undefined;
  for (const { pattern, isExcluded } of terms) {
    if (isExcluded === before) parts.push(`${parts.pop()},${write(pattern)}`);
    else parts.push(`${isExcluded ? "!" : ""}${name}:${write(pattern)}`);
    before = isExcluded;
  }
  return parts;
}

/** Words stand by themselves where there is one set of them; alternatives go behind `q:`. */
function wordsTexts(terms: readonly FilterTerm[]): string[] {
  const isAlone = terms.filter((term) => !term.isExcluded).length === 1;
  const parts: string[] = [];
  let others: FilterTerm[] = [];
  for (const term of terms) {
    const bare = `${term.isExcluded ? "!" : ""}${escapeValue(term.pattern, "")}`;
    if ((isAlone || term.isExcluded) && says(bare, term)) {
      parts.push(...runs(others, "q", wordsValue), bare);
      others = [];
    } else {
      others.push(term);
    }
  }
  return [...parts, ...runs(others, "q", wordsValue)];
}

function wordsValue(pattern: string): string {
  const plain = escapeValue(pattern, "");
  return says(`q:${plain}`, { pattern, isExcluded: false }) ? plain : `(${escapeValue(pattern, ")")})`;
}

function says(text: string, { pattern, isExcluded }: FilterTerm): boolean {
  const { filter, problems } = parseQueryText(text);
  const [term, ...more] = filter.terms.q ?? [];
  const isOnlyWords = Object.keys(filter.terms).length === 1 && more.length === 0 && problems.length === 0;
  return isOnlyWords && term?.pattern === pattern && term.isExcluded === isExcluded;
}

import type { FilterTerm } from "./filter-term.ts";
import { FILTER_NAMES, type FilterName } from "./filter.ts";
import { unescapeValue } from "./query-escapes.ts";
import { type Place, type QueryItem, queryParts } from "./query-parts.ts";
import { fieldValue } from "./query-text.ts";

/** A text with the caret in it. */
export type Edited = { text: string; caret: number };

/**
 * What is being typed at a place of a query's text, up to the caret: the name of a filter (which may also turn out to
 * be a word), a value of one, or a word. The place is what a choice replaces.
 */
export type Completion = Place &
  (
    | { kind: "name"; typed: string; isExcluded: boolean }
    | { kind: "value"; name: FilterName; typed: string; isExcluded: boolean }
    | { kind: "word"; typed: string }
  );

/** What is being typed where the caret is. */
export function completionAt(text: string, caret: number): Completion {
  const part = queryParts(text).find(({ start, end }) => start < caret && caret <= end);
  if (!part) return { kind: "name", typed: "", isExcluded: false, start: caret, end: caret };
  if (part.kind === "words") return wordCompletion(text, caret, part.item);
  const { name, namePlace } = part;
  if (caret <= namePlace.end) {
    const typed = text.slice(namePlace.start, Math.max(caret, namePlace.start));
    // The colon is replaced with the name.
    return { kind: "name", typed, isExcluded: part.isExcluded, start: namePlace.start, end: namePlace.end + 1 };
  }
  const item = part.items.find(({ end }) => caret <= end) ?? part.items.at(-1);
  if (!item || !isFilterName(name) || name === "q") return { kind: "word", typed: "", start: caret, end: caret };
  const start = item.start + (item.isExcluded ? 1 : 0);
  return {
    kind: "value",
    name,
    typed: typedOf(text.slice(start, Math.max(caret, start))),
    isExcluded: part.isExcluded || item.isExcluded,
    start,
    end: item.end,
  };
}

function wordCompletion(text: string, caret: number, item: QueryItem): Completion {
  const start = item.start + (item.isExcluded ? 1 : 0);
  const typed = text.slice(start, Math.max(caret, start));
  const isName = item.form === "bare" && /^[a-z_]?[\w-]*$/i.test(text.slice(start, item.end));
  const { isExcluded, end } = item;
  return isName ? { kind: "name", typed, isExcluded, start, end } : { kind: "word", typed: typedOf(typed), start, end };
}

/** The text with a filter's name chosen; its value comes next. */
export function withName(text: string, place: Place, name: FilterName): Edited {
  const isBeforeAnother = place.start === place.end && /^\S/.test(text.slice(place.end));
  const { text: edited, caret } = replaced(text, place, `${name}:${isBeforeAnother ? " " : ""}`);
  return { text: edited, caret: isBeforeAnother ? caret - 1 : caret };
}

/** The text with a value chosen, and a space behind it. */
export function withValue(text: string, place: Place, { pattern, isExcluded }: FilterTerm): Edited {
  const { text: edited, caret } = replaced(text, place, `${isExcluded ? "!" : ""}${fieldValue(pattern)}`);
  const follows = edited.charAt(caret);
  if (follows === " ") return { text: edited, caret: caret + 1 };
  return follows === "" ? { text: `${edited} `, caret: caret + 1 } : { text: edited, caret };
}

/** The text with what stands at a place put in quotes: words to be looked for. */
export function withPhrase(text: string, place: Place): Edited {
  const raw = text.slice(place.start, place.end);
  const inside = raw.replaceAll(/\\.|"|\\$/g, (found) => (found === '"' ? '\\"' : found === "\\" ? "\\\\" : found));
  return replaced(text, place, `"${inside}" `);
}

/** What somebody has typed of a value so far. */
function typedOf(raw: string): string {
  return raw.startsWith('"') ? unescapeValue(raw.slice(1).replace(/"$/, ""), '"') : unescapeValue(raw, "");
}

function isFilterName(name: string): name is FilterName {
  return (FILTER_NAMES as readonly string[]).includes(name);
}

function replaced(text: string, { start, end }: Place, by: string): Edited {
  return { text: `${text.slice(0, start)}${by}${text.slice(end)}`, caret: start + by.length };
}

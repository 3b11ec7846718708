import { nearestText } from "#lib/events/nearest-text.ts";
import { parseQueryText, QUERY_ORDER } from "#lib/events/query-text.ts";
import { type Completion, withName } from "#lib/events/query-completion.ts";
import { filterAbout, filterLabel } from "./known-values.ts";
import type { Suggestion } from "./suggestion.ts";

/** The names of filters that begin with what is typed, are called so elsewhere on the page, or are spelled nearly so. */
export function suggestNames(text: string, completion: Completion & { kind: "name" }): Suggestion[] {
  const { filter } = parseQueryText(text);
  const typed = completion.typed.toLowerCase();
  const isFit = (word: string) => word.toLowerCase().startsWith(typed);
  const fitting = QUERY_ORDER.filter((name) => {
    const isSingle = name === "from" || name === "to" || name === "related";
    if (isSingle && (filter[name] !== undefined || completion.isExcluded)) return false;
    // Words are typed as they are; who wants alternatives finds how below.
    if (name === "q" && typed === "") return false;
    return isFit(name) || (typed.length > 1 && isFit(filterLabel(name)));
  });
  const near = fitting.length === 0 ? nearestText(typed, QUERY_ORDER) : null;
  return QUERY_ORDER.filter((name) => fitting.includes(name) || name === near).map((name) => ({
    kind: "name",
    id: `name ${name}`,
    text: `${name}:`,
    about: filterAbout(name),
    edited: withName(text, completion, name),
  }));
}

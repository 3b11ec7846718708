"use client";
import { FACET_NAMES, type FacetName } from "#lib/events/fields.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { type Completion, completionAt, type Edited } from "#lib/events/query-completion.ts";
import { formatCount } from "#components/text/format-count.ts";
import { useFacetValues } from "./facet-query.ts";
import { filterLabel, knownValues } from "./known-values.ts";
import { suggestNames } from "./suggest-names.ts";
import { suggestKnown, suggestValues } from "./suggest-values.ts";
import { suggestWords } from "./suggest-words.ts";
import type { Suggestion, SuggestionGroup } from "./suggestion.ts";

export type Suggestions = {
  completion: Completion;
  groups: SuggestionGroup[];
  isLoading: boolean;
  error: string | null;
  /** What there is to say of them. */
  note: string;
};

/** What could stand where the caret is. */
export function useSuggestions({ text, caret }: Edited, filter: EventFilter, recent: readonly string[]): Suggestions {
  const completion = completionAt(text, caret);
  const isValue = completion.kind === "value";
  const field = isValue && isFacet(completion.name) ? completion.name : null;
  const facet = useFacetValues(field, filter, isValue ? completion.typed : "");

  const groups: SuggestionGroup[] = [];
  const add = (heading: string, suggestions: Suggestion[]) => {
    if (suggestions.length > 0) groups.push({ heading, suggestions });
  };
  if (completion.kind === "value") {
    const isCounted = field !== null && !facet.isLoading && facet.error === null;
    const suggestions = isCounted
      ? suggestValues(text, completion, field, facet.values)
      : suggestKnown(text, completion);
    add(filterLabel(completion.name) || completion.name, suggestions);
  } else {
    if (completion.kind === "name" && completion.typed === "") add("Recent", suggestRecent(text, recent));
    if (completion.kind === "name") add("Filters", suggestNames(text, completion));
    add("Records", suggestWords(text, completion, caret));
  }
  const found = groups.flatMap(({ suggestions }) => suggestions).length;
  return {
    completion,
    groups,
    isLoading: facet.isLoading && groups.length === 0,
    error: field === null ? null : facet.error,
    note: isValue && !facet.isLoading ? noteOf(completion, field, found, facet.total) : "",
  };
}

function suggestRecent(text: string, recent: readonly string[]): Suggestion[] {
  return recent
    .filter((query) => query !== text.trim())
    .slice(0, text.trim() === "" ? 8 : 3)
    .map((query) => ({
      kind: "recent",
      id: `recent ${query}`,
      text: query,
      edited: { text: `${query} `, caret: query.length + 1 },
    }));
}

function noteOf(
  { name, typed }: Completion & { kind: "value" },
  field: FacetName | null,
  found: number,
  total: number,
) {
  if (field === null && knownValues(name).length === 0) return "Type a value; * stands for anything.";
  if (field === null) return "";
  if (found === 0)
    return typed === ""
      ? "These events have no value here."
      : "No value of these events fits; it can be a pattern, such as shop*.";
  return typed === "" && found < total ? `The ${formatCount(found)} most frequent of ${formatCount(total)}` : "";
}

function isFacet(name: string): name is FacetName {
  return (FACET_NAMES as readonly string[]).includes(name);
}

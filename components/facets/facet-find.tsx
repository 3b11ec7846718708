"use client";
import type { FormEvent } from "react";
import { type EventFilter, FILTER_FIELDS } from "#lib/events/filter.ts";
import { literalPattern } from "#lib/events/filter-term.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { withoutTerm, withTerms } from "#components/events/edit-filter.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { Input } from "#components/ui/input.tsx";

type Props = {
  name: FacetName;
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  search: string;
  onSearch: (search: string) => void;
};

/** Finds values by a part of their names, and takes that part as a pattern of the filter. */
export function FacetFind({ name, filter, apply, search, onSearch }: Props) {
  const text = search.trim();
  const pattern = text.includes("*") ? text : `*${literalPattern(text)}*`;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (text === "") return;
    const term = { pattern, isExcluded: false };
    const others = withoutTerm(filter, name, term);
    apply(withTerms(others, name, [...(others.terms[name] ?? []), term]));
    onSearch("");
  }
  return (
    <form onSubmit={submit} className="px-1 pb-1">
      <Input
        type="search"
        className="h-7 pointer-coarse:h-10"
        aria-label={`Find in ${FILTER_FIELDS.get(name)?.label ?? name}`}
        placeholder="Find"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      {text !== "" && (
        <button
          type="submit"
          className="flex h-7 w-full min-w-0 items-center gap-1 rounded-sm text-small text-brass pointer-coarse:h-10 hover:underline"
        >
          <span className="shrink-0">All that is like</span>
          <span className="min-w-0 truncate font-mono">
            <SafeText text={pattern} />
          </span>
        </button>
      )}
    </form>
  );
}

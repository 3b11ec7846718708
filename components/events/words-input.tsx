"use client";
import { Search } from "lucide-react";
import type { FormEvent } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { parseFilterTerm } from "#lib/events/filter-term.ts";
import { formText } from "#components/ui/form-text.ts";
import { Input } from "#components/ui/input.tsx";
import { withTerms } from "./edit-filter.ts";

type Props = { filter: EventFilter; apply: (filter: EventFilter) => void };

/** Words anywhere in the record; what is excluded or said twice stands in the chips alone. */
export function WordsInput({ filter, apply }: Props) {
  const terms = filter.terms.q ?? [];
  const [first] = terms.filter((term) => !term.isExcluded);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = formText(event.currentTarget, "words");
    const excluded = terms.filter((term) => term.isExcluded);
    apply(withTerms(filter, "q", words === "" ? excluded : [...excluded, parseFilterTerm(words)]));
  }

  return (
    <form onSubmit={submit} className="relative min-w-48 grow sm:max-w-80">
      <Search className="pointer-events-none absolute left-2 top-2 size-4 text-ink-soft" aria-hidden="true" />
      <Input
        // A new address brings new words.
        key={first?.pattern ?? ""}
        name="words"
        type="search"
        aria-label="Words anywhere in the record"
        placeholder="Words in the record"
        defaultValue={first?.pattern ?? ""}
        className="pl-8"
      />
    </form>
  );
}

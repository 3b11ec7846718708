"use client";
import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { type FormEvent, useState } from "react";
import { FILTER_FIELDS, type EventFilter } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { filterTermValue, parseFilterTerm } from "#lib/events/filter-term.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { withTerms } from "./edit-filter.ts";

// What asks the server comes when somebody first opens a picker.
const FacetValues = dynamic(() => import("./facet-values.tsx").then((module) => module.FacetValues), {
  ssr: false,
  loading: () => <Skeleton className="h-68 w-96 max-w-full" />,
});

type Props = { name: FacetName; filter: EventFilter; apply: (filter: EventFilter) => void };

/** Any of a field's values, by how often they occur among what the rest of the filter leaves. */
export function FacetPicker({ name, filter, apply }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const label = FILTER_FIELDS.get(name)?.label ?? name;
  const terms = filter.terms[name] ?? [];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (search.trim() === "") return;
    const term = parseFilterTerm(search.trim());
    const isNew = !terms.some((other) => filterTermValue(other) === filterTermValue(term));
    if (isNew) apply(withTerms(filter, name, [...terms, term]));
    setSearch("");
  }

  return (
    <Popover
      label={label}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button aria-pressed={terms.length > 0}>
          {label}
          {terms.length > 0 && <span className="text-brass">{terms.length}</span>}
          <ChevronDown className="size-3.5 text-ink-soft" aria-hidden="true" />
        </Button>
      }
    >
      <form onSubmit={submit} className="mb-2 flex gap-2">
        <Input
          aria-label={`Find a value of ${label}`}
          placeholder="Find, or type a pattern such as shop*"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button type="submit" disabled={search.trim() === ""}>
          Use
        </Button>
      </form>
      <FacetValues name={name} filter={filter} apply={apply} search={search} />
    </Popover>
  );
}

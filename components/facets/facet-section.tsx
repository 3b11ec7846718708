"use client";
import { ChevronDown, ChevronRight, X } from "lucide-react";
import { useId } from "react";
import { type EventFilter, FILTER_FIELDS } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { withTerms } from "#components/events/edit-filter.ts";
import { FacetList } from "./facet-list.tsx";
import { FacetValues } from "./facet-values.tsx";

type Props = {
  name: FacetName;
  filter: EventFilter;
  asOf: number;
  apply: (filter: EventFilter) => void;
  /** The rows that it had last; undefined: it is folded. */
  rows: number | undefined;
  onToggle: () => void;
  onRows: (rows: number) => void;
  isEnabled: boolean;
};

/** A field and its values. Folded, it still shows what the filter says of it. */
export function FacetSection({ name, filter, asOf, apply, rows, onToggle, onRows, isEnabled }: Props) {
  const id = useId();
  const label = FILTER_FIELDS.get(name)?.label ?? name;
  const terms = filter.terms[name] ?? [];
  const isOpen = rows !== undefined;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-labelledby={id} className="relative border-b border-line py-1 last:border-b-0">
      <div className="flex items-center">
        <h3 id={id} className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={isOpen}
            className="flex h-7 w-full items-center gap-1 rounded-sm text-left font-medium pointer-coarse:h-10 hover:bg-sunken"
            onClick={onToggle}
          >
            <Icon className="size-3.5 shrink-0 text-ink-soft" aria-hidden="true" />
            {label}
            {terms.length > 0 && (
              <span className="ml-1 text-small text-brass">
                {terms.length}
                <span className="sr-only"> in the filter</span>
              </span>
            )}
          </button>
        </h3>
        {terms.length > 0 && (
          <button
            type="button"
            className="flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-soft pointer-coarse:size-10 hover:bg-sunken hover:text-ink"
            aria-label={`Take ${label} out of the filter`}
            title={`Take ${label} out of the filter`}
            onClick={() => apply(withTerms(filter, name, []))}
          >
            <X className="size-3.5" aria-hidden="true" />
          </button>
        )}
      </div>
      {isOpen ? (
        <FacetValues
          name={name}
          filter={filter}
          asOf={asOf}
          apply={apply}
          rows={rows}
          onRows={onRows}
          isEnabled={isEnabled}
        />
      ) : (
        terms.length > 0 && (
          <FacetList
            name={name}
            filter={filter}
            asOf={asOf}
            apply={apply}
            facet={undefined}
            isBefore={false}
            values={[]}
            skeletonRows={0}
            isEnabled={isEnabled}
          />
        )
      )}
    </section>
  );
}

"use client";
import { type FocusEvent, type KeyboardEvent, useState } from "react";
import type { Facet, FacetValue } from "#lib/events/facet.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { filterTermValue } from "#lib/events/filter-term.ts";
import { FILTER_FIELDS } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { valueTerm } from "#components/events/edit-filter.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { FacetLabel } from "./facet-label.tsx";
import { FacetRow } from "./facet-row.tsx";
import { facetValueTitle } from "./facet-value-name.ts";
import { TermRow } from "./term-row.tsx";
import { valueEdits, valueState } from "./term-state.ts";

type Props = {
  name: FacetName;
  filter: EventFilter;
  asOf: number;
  apply: (filter: EventFilter) => void;
  /** Undefined while nothing has been counted yet. */
  facet: Facet | undefined;
  isBefore: boolean;
  /** The values in sight. */
  values: readonly FacetValue[];
  /** Rows that stand in for values to come. */
  skeletonRows: number;
  isEnabled: boolean;
};

const ROWS = "input[type=checkbox]";
const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The rows of a section: what the filter says that is no value in sight, then the values; the arrows walk them. */
export function FacetList({ name, filter, asOf, apply, facet, isBefore, values, skeletonRows, isEnabled }: Props) {
  const [stop, setStop] = useState<string>();
  const patterns = new Set(values.map(({ value }) => valueTerm(value).pattern));
  const others = (filter.terms[name] ?? []).filter(({ pattern }) => !patterns.has(pattern));
  const keys = [...others.map(filterTermValue), ...values.map(({ value }) => valueTerm(value).pattern)];
  const present = stop !== undefined && keys.includes(stop) ? stop : keys[0];
  const most = facet?.values.reduce((most, { count }) => Math.max(most, count), 0) ?? 0;

  function walk(event: KeyboardEvent<HTMLUListElement>) {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(ROWS)];
    event.preventDefault();
    event.stopPropagation();
    rows[step(rows.indexOf(event.target as HTMLElement), rows.length)]?.focus();
  }
  const focus = (event: FocusEvent<HTMLUListElement>) => {
    const row = event.target.closest("li");
    setStop(keys[[...event.currentTarget.children].indexOf(row ?? event.target)]);
  };

  const label = FILTER_FIELDS.get(name)?.label ?? name;
  const standIns = facet === undefined ? Math.max(skeletonRows - others.length, 0) : 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its boxes are what is walked
    <ul
      aria-label={`${label}: values`}
      aria-busy={facet === undefined && skeletonRows > 0}
      onKeyDown={walk}
      onFocus={focus}
    >
      {others.map((term) => (
        <TermRow
          key={filterTermValue(term)}
          name={name}
          term={term}
          filter={filter}
          asOf={asOf}
          apply={apply}
          isStop={filterTermValue(term) === present}
          isEnabled={isEnabled}
        />
      ))}
      {values.map((value) => (
        <FacetRow
          key={`value ${valueTerm(value.value).pattern}`}
          name={facetValueTitle(name, value)}
          label={<FacetLabel name={name} value={value} />}
          count={value.count}
          share={most === 0 ? 0 : value.count / most}
          state={valueState(filter, name, value.value)}
          isBefore={isBefore}
          isStop={valueTerm(value.value).pattern === present}
          edits={valueEdits(filter, name, value.value)}
          apply={apply}
        />
      ))}
      {Array.from({ length: standIns }, (_, index) => (
        <li key={index} aria-hidden="true" className="flex h-7 items-center px-1 pointer-coarse:h-10">
          <Skeleton className="h-3.5 w-full" />
        </li>
      ))}
    </ul>
  );
}

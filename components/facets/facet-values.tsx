"use client";
import { useEffect, useState } from "react";
import { type EventFilter, FILTER_FIELDS } from "#lib/events/filter.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { FacetFind } from "./facet-find.tsx";
import { FacetList } from "./facet-list.tsx";
import { FacetNote } from "./facet-note.tsx";
import { MoreValues, VALUE_STEPS } from "./more-values.tsx";
import { PATIENCE_MS } from "./patience.ts";
import { valueState } from "./term-state.ts";
import { useFacetSearch } from "./use-facet-search.ts";
import { useIsAfter } from "./use-is-after.ts";

type Props = {
  name: FacetName;
  filter: EventFilter;
  asOf: number;
  apply: (filter: EventFilter) => void;
  /** The place that is kept for them until they are counted. */
  rows: number;
  onRows: (rows: number) => void;
  isEnabled: boolean;
};

/** The values of an open section, a search in them, and a way to more of them. */
export function FacetValues({ name, filter, asOf, apply, rows, onRows, isEnabled }: Props) {
  const [most, setMost] = useState<number>(VALUE_STEPS[0]);
  const [search, setSearch] = useState("");
  const found = useFacetSearch({ name, filter, asOf, isEnabled, most, search });
  const isSlow = useIsAfter(found.isCounting, PATIENCE_MS);
  const shown = found.values.filter(({ value }, index) => index < most || valueState(filter, name, value) !== "free");

  const isWhole = search === "" && found.facet !== undefined && !found.isBefore;
  const rowsNow = isWhole ? Math.min(shown.length, VALUE_STEPS[0]) : rows;
  useEffect(() => {
    if (rowsNow !== rows) onRows(rowsNow);
  });

  return (
    <>
      {isSlow && (
        <p className="absolute right-8 top-1 flex h-7 items-center text-small text-ink-soft">still counting…</p>
      )}
      {/* Of two values nobody needs to look for one. */}
      {FILTER_FIELDS.get(name)?.kind !== "enum" && (
        <FacetFind name={name} filter={filter} apply={apply} search={search} onSearch={setSearch} />
      )}
      <FacetList
        name={name}
        filter={filter}
        asOf={asOf}
        apply={apply}
        facet={found.facet}
        isBefore={found.isBefore}
        values={shown}
        skeletonRows={found.trouble === null ? rows : 0}
        isEnabled={isEnabled && found.facet !== undefined && !found.isBefore}
      />
      <FacetNote {...found} isFound={found.values.length > 0} isSearched={search.trim() !== ""} />
      <MoreValues shown={shown.length} total={found.total} most={most} onMost={setMost} />
    </>
  );
}

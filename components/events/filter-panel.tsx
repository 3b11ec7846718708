"use client";
import { useSearchParams } from "next/navigation";
import type { SavedView } from "#lib/views/saved-view.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { UnknownValues } from "#components/facets/unknown-values.tsx";
import { SavedViews } from "#components/views/saved-views.tsx";
import type { DataSpan } from "./data-span.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FilterProblems } from "./filter-problems.tsx";
import { readListAddress } from "./list-address.ts";
import { useFilter } from "./use-filter.ts";

type Props = { span: Promise<DataSpan | null>; views: Promise<Answer<SavedView[]>>; timeZone: string };

/** Everything about the filter in the address: controls, chips, and what wasn't understood. Outlives what it filters. */
export function FilterPanel({ span, views, timeZone }: Props) {
  const { filter, apply, isPending } = useFilter();
  const { problems } = readListAddress(new URLSearchParams(useSearchParams()));
  return (
    <div className="mb-2 grid gap-2 px-4 sm:px-6">
      <FilterBar filter={filter} apply={apply} isPending={isPending} span={span} timeZone={timeZone}>
        <SavedViews views={views} />
      </FilterBar>
      <FilterChips filter={filter} apply={apply} timeZone={timeZone} />
      <FilterProblems problems={problems} />
      <UnknownValues filter={filter} apply={apply} />
    </div>
  );
}

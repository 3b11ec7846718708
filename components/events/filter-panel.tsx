"use client";
import { useSearchParams } from "next/navigation";
import { UnknownValues } from "#components/facets/unknown-values.tsx";
import { OtherPinnedViews } from "#components/views/other-pinned-views.tsx";
import { SavedViews } from "#components/views/saved-views.tsx";
import { type GivenViews, useViews } from "#components/views/use-views.ts";
import type { DataSpan } from "./data-span.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { FilterProblems } from "./filter-problems.tsx";
import { readListAddress } from "./list-address.ts";
import { useFilter } from "./use-filter.ts";

type Props = { span: Promise<DataSpan | null>; views: GivenViews; timeZone: string };

/** Everything about the filter in the address: controls, chips, and what wasn't understood. Outlives what it filters. */
export function FilterPanel({ span, views: given, timeZone }: Props) {
  const { filter, apply, isPending } = useFilter();
  const views = useViews(given);
  const { problems } = readListAddress(new URLSearchParams(useSearchParams()));
  return (
    <div className="mb-2 grid gap-2 px-4 sm:px-6">
      <FilterBar filter={filter} apply={apply} isPending={isPending} span={span} timeZone={timeZone}>
        <SavedViews views={views} />
      </FilterBar>
      {/* Has its height before there is anything in it: the first chip moves nothing. */}
      <div className="flex items-center gap-x-4 gap-y-2 max-md:flex-wrap md:min-h-7">
        <FilterChips filter={filter} apply={apply} timeZone={timeZone} />
        <OtherPinnedViews views={views} />
      </div>
      <FilterProblems problems={problems} />
      <UnknownValues filter={filter} apply={apply} />
    </div>
  );
}

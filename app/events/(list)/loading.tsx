import { ExplorerFrame } from "#components/explorer/explorer-frame.tsx";
import { FacetSkeleton } from "#components/facets/facet-skeleton.tsx";
import { TimelineSkeleton } from "#components/timeline/timeline-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";

export default function Loading() {
  return (
    <ExplorerFrame
      facets={<FacetSkeleton />}
      panel={null}
      heading={<div className="h-8 max-sm:h-21" />}
      timeline={<TimelineSkeleton />}
      table={<RowsSkeleton rows={20} />}
    />
  );
}

import { TimelineSkeleton } from "#components/timeline/timeline-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** As high as a page about one thing: heading, timeline, two lists side by side. */
export function DossierSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid grid-cols-1 gap-1">
        <Skeleton className="h-6 w-64" />
        <Skeleton className="h-4 w-96 max-w-full" />
        <Skeleton className="h-5 w-2/3" />
      </div>
      <TimelineSkeleton />
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-2">
        <RowsSkeleton rows={10} />
        <RowsSkeleton rows={10} />
      </div>
    </div>
  );
}

import { TimelineSkeleton } from "#components/timeline/timeline-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** As high as a project's heading with the ways between its pages. */
export function HeadingSkeleton({ hasCounts = false }: { hasCounts?: boolean }) {
  return (
    <div className="grid grid-cols-1 gap-1">
      <Skeleton className="h-7 w-96 max-w-full" />
      <Skeleton className="h-4 w-48" />
      <Skeleton className={hasCounts ? "h-5 w-2/3 max-sm:h-11" : "h-5 w-2/3"} />
    </div>
  );
}

/** As high as a project's page: facts, a team with its bars, the timeline, two lists side by side. */
export function ProjectSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <HeadingSkeleton hasCounts />
      <Skeleton className="h-44 max-lg:h-72" />
      <div>
        <div className="flex h-8 items-center">
          <Skeleton className="h-4 w-64" />
        </div>
        <Skeleton className="h-10" />
        <RowsSkeleton rows={6} />
        <Skeleton className="mt-2 h-80" />
      </div>
      <TimelineSkeleton />
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-2">
        <RowsSkeleton rows={10} />
        <RowsSkeleton rows={10} />
      </div>
    </div>
  );
}

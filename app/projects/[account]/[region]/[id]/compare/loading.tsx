import { HeadingSkeleton } from "#components/projects/project-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** As a comparison begins: the two times, then tables. */
export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-4">
      <HeadingSkeleton />
      <Skeleton className="h-8 w-2/3" />
      <RowsSkeleton rows={4} />
      <RowsSkeleton rows={4} />
    </div>
  );
}

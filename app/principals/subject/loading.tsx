import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** As high as the page about somebody who never acted. */
export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid grid-cols-1 gap-1">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-7 w-96 max-w-full" />
        <Skeleton className="h-5 w-2/3" />
      </div>
      <RowsSkeleton rows={6} />
      <RowsSkeleton rows={3} />
    </div>
  );
}

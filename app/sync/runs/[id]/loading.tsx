import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <Skeleton className="h-6 w-32" />
        <Skeleton className="mt-1 h-5 w-80 max-w-full" />
      </div>
      <Skeleton className="h-42 lg:h-24" />
      <Skeleton className="h-38" />
      <RowsSkeleton rows={10} />
    </div>
  );
}

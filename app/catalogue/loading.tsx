import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-16" />
      <Skeleton className="h-36" />
      <RowsSkeleton rows={24} />
    </div>
  );
}

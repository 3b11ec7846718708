import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-4">
      <Skeleton className="h-8 w-64" />
      <RowsSkeleton rows={20} />
    </div>
  );
}

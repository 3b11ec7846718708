import { TimelineSkeleton } from "#components/timeline/timeline-skeleton.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";

export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-2 px-4 sm:px-6">
      <div className="h-8" />
      <TimelineSkeleton />
      <RowsSkeleton rows={20} />
    </div>
  );
}

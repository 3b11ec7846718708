import { Skeleton } from "#components/ui/skeleton.tsx";

export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="mt-1 h-5 w-80" />
      </div>
      <div className="grid grid-cols-1 gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <Skeleton className="h-[70vh]" />
        <Skeleton className="h-[70vh]" />
      </div>
    </div>
  );
}

import { Skeleton } from "#components/ui/skeleton.tsx";

/** As an open event stands: its sentence, its tabs, its facts. */
export function PanelSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-3" role="status" aria-label="The event is read">
      <Skeleton className="h-5 w-5/6" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-8" />
      {Array.from({ length: 14 }, (_, row) => (
        <Skeleton key={row} className="h-5" />
      ))}
    </div>
  );
}

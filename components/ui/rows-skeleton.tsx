import { Skeleton } from "./skeleton.tsx";

/** As high as a table of so many rows. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden="true">
      <div className="h-8 border-b border-line-strong" />
      {Array.from({ length: rows }, (_, row) => (
        // Places without content.
        <div key={row} className="flex h-19 items-center gap-4 border-b border-line md:h-8">
          <Skeleton className="h-3 w-48" />
          <Skeleton className="h-3 w-32 max-md:hidden" />
          <Skeleton className="h-3 grow" />
          <Skeleton className="h-3 w-24 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}

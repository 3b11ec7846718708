import { Skeleton } from "#components/ui/skeleton.tsx";

/** As high as the timeline with its legend and its fold, or folded away. */
export function TimelineSkeleton({ isFolded = false }: { isFolded?: boolean }) {
  return (
    <div className="grid" aria-hidden="true">
      {/* On a phone the caption takes two lines. */}
      <div className="flex h-6 items-center max-sm:h-12">
        <Skeleton className="h-3 w-40" />
      </div>
      {!isFolded && (
        <>
          <Skeleton className="h-40" />
          <div className="h-6" />
        </>
      )}
    </div>
  );
}

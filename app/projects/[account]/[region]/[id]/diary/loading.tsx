import { HeadingSkeleton } from "#components/projects/project-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** As a diary begins: days with some lines each. */
export default function Loading() {
  return (
    <div className="grid grid-cols-1 gap-4">
      <HeadingSkeleton />
      {Array.from({ length: 12 }, (_, day) => (
        // Places without content.
        <div key={day} className="grid gap-x-6 border-t border-line pt-2 sm:grid-cols-[9rem_1fr]" aria-hidden="true">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-10 max-w-xl" />
        </div>
      ))}
    </div>
  );
}

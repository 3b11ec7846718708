import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** A row of the table without an event. */
export function PlaceRow({ children, isSilent = false }: { children: ReactNode; isSilent?: boolean }) {
  return (
    <tr role="row" aria-hidden={isSilent || undefined} className="block h-19 md:h-(--row)">
      <td role="gridcell" className="sticky left-0 flex h-full w-(--view) max-w-full items-center gap-3 text-ink-soft">
        {children}
      </td>
    </tr>
  );
}

/** Where an event will be. */
export function SkeletonPlace() {
  return (
    <tr role="row" aria-hidden="true" className="flex h-19 items-center gap-4 border-b border-line md:h-(--row)">
      <td role="gridcell" className="flex w-full items-center gap-4 pl-1">
        <Skeleton className="h-3 w-48" />
        <Skeleton className="h-3 w-32 max-md:hidden" />
        <Skeleton className="h-3 w-full max-w-lg" />
        <Skeleton className="h-3 w-24 max-md:hidden" />
      </td>
    </tr>
  );
}

/** Why the list doesn't go on; what is there stays. */
export function TroublePlace({ message, retry }: { message: string; retry: () => void }) {
  return (
    <PlaceRow>
      <span role="alert" className="truncate pl-1 text-failure" title={message}>
        {message}
      </span>
      <Button className="h-6" onClick={retry}>
        Try again
      </Button>
    </PlaceRow>
  );
}

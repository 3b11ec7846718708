import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { ListArea } from "./list-area.tsx";

type Props = {
  /** The address of the list that is shown; absent before there is one. */
  drawn?: string;
  /** Values to narrow by, at the side; takes the width it needs, also none. */
  facets: ReactNode;
  /** The open event; takes the width it needs, also none. */
  panel: ReactNode;
  heading: ReactNode;
  timeline: ReactNode;
  /** Scrolls by itself. */
  table: ReactNode;
};

/** What comes at once needn't flicker. */
const STALE = "in-data-stale:opacity-50 in-data-stale:transition-opacity in-data-stale:delay-200";

/**
 * The explorer's columns: facets, then heading, timeline and table one above the other, then the open event. On a wide
 * page it is as high as its place and its parts scroll; on a narrow one the page scrolls.
 */
export function ExplorerFrame({ drawn, facets, panel, heading, timeline, table }: Props) {
  return (
    <div data-explorer="" className="flex min-h-0 min-w-0 flex-col md:h-full md:flex-row print:block print:h-auto">
      {facets}
      <ListArea drawn={drawn} className="flex min-w-0 flex-1 flex-col gap-2 px-4 sm:px-6 md:min-h-0 lg:min-w-80">
        {heading}
        <div className={STALE}>{timeline}</div>
        <div className={cn("flex min-h-64 min-w-0 flex-1 flex-col print:block", STALE)}>{table}</div>
      </ListArea>
      {panel}
    </div>
  );
}

import type { ReactNode } from "react";
import { ListArea } from "./list-area.tsx";

type Props = {
  /** Values to narrow by, at the side; takes the width it needs, also none. */
  facets: ReactNode;
  /** The open event; takes the width it needs, also none. */
  panel: ReactNode;
  heading: ReactNode;
  timeline: ReactNode;
  /** Scrolls by itself. */
  table: ReactNode;
};

/**
 * The explorer's columns: facets, then heading, timeline and table one above the other, then the open event. On a wide
 * page it is as high as its place and its parts scroll; on a narrow one the page scrolls.
 */
export function ExplorerFrame({ facets, panel, heading, timeline, table }: Props) {
  return (
    <div className="flex min-h-0 min-w-0 flex-col md:h-full md:flex-row print:block print:h-auto">
      {facets}
      <ListArea className="flex min-w-0 flex-1 flex-col gap-2 px-4 sm:px-6 md:min-h-0">
        {heading}
        {timeline}
        <div className="flex min-h-64 min-w-0 flex-1 flex-col print:block">{table}</div>
      </ListArea>
      {panel}
    </div>
  );
}

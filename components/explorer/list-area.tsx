"use client";
import type { MouseEvent, ReactNode } from "react";
import { useFilter } from "#components/events/use-filter.ts";
import { rememberRange } from "#components/timeline/zoom-history.ts";
import { followedLink } from "./followed-link.ts";
import { listLink } from "./list-link.ts";

/**
 * Where the list is shown: links to other filters change the filter and nothing else. The order, what the timeline is
 * stacked by, the open event and the view stay as they are, as with every control.
 */
export function ListArea({ className, children }: { className: string; children: ReactNode }) {
  const { filter, apply } = useFilter();
  function onClickCapture(event: MouseEvent) {
    const link = followedLink(event);
    const next = link && listLink(link);
    if (next === null) return;
    event.preventDefault();
    rememberRange(filter, next);
    apply(next);
  }
  return (
    <div className={className} onClickCapture={onClickCapture}>
      {children}
    </div>
  );
}

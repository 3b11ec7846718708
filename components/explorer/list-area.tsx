"use client";
import type { MouseEvent, ReactNode } from "react";
import { useFilter } from "#components/events/use-filter.ts";
import { rememberRange } from "#components/timeline/zoom-history.ts";
import { followedLink } from "./followed-link.ts";
import { listLink } from "./list-link.ts";
import { useDrawnAddress } from "./use-drawn-address.ts";

type Props = {
  /** The address of the list that the server drew. */ drawn: string | undefined;
  className: string;
  children: ReactNode;
};

/**
 * Where the list is shown: links to other filters change the filter and nothing else. The order, what the timeline is
 * stacked by, the open event and the view stay as they are, as with every control. What is shown of another list than
 * the address means stays until that has come, and is paler (`in-data-stale`).
 */
export function ListArea({ drawn, className, children }: Props) {
  const { filter, apply } = useFilter();
  const { isAwaited } = useDrawnAddress(drawn);
  function onClickCapture(event: MouseEvent) {
    const link = followedLink(event);
    const next = link && listLink(link);
    if (next === null) return;
    event.preventDefault();
    rememberRange(filter, next);
    apply(next);
  }
  return (
    <div
      className={className}
      aria-busy={isAwaited}
      data-stale={isAwaited ? "" : undefined}
      onClickCapture={onClickCapture}
    >
      {children}
    </div>
  );
}

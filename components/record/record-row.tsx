"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { MarkedText } from "./marked-text.tsx";
import { NodeText } from "./node-text.tsx";
import type { RecordRow as Row } from "./record-rows.ts";

/** Deeper ones are told by their level alone, or they would leave the page. */
const MOST_STEPS = 16;

type Props = {
  row: Row;
  at: number;
  isOpen: boolean;
  /** Where the focus enters the tree. */
  isTabStop: boolean;
  isActive: boolean;
  /** The hit that the search stands at. */
  isHit: boolean;
  pattern: RegExp | null;
  /** What can be done with the value; only of rows that are pointed at or active. */
  actions: ReactNode;
};

/** One value of the tree. */
export const RecordRow = memo(function RecordRow({
  row,
  at,
  isOpen,
  isTabStop,
  isActive,
  isHit,
  pattern,
  actions,
}: Props) {
  const { node, level, place, of } = row;
  const isParent = node.children.length > 0;
  const Twisty = isOpen ? ChevronDown : ChevronRight;
  return (
    <div
      role="treeitem"
      data-row={at}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={isParent ? isOpen : undefined}
      aria-selected={isActive}
      tabIndex={isTabStop ? 0 : -1}
      style={{ paddingLeft: `${Math.min(level - 1, MOST_STEPS) * 0.875}rem` }}
      className={cn(
        "relative flex min-h-6 scroll-mt-32 [contain-intrinsic-size:auto_1.5rem] [content-visibility:auto] items-start py-0.5 font-mono text-small leading-5 focus-visible:-outline-offset-2",
        isActive && "bg-sunken",
        isHit && "bg-brass-wash",
      )}
    >
      <span className="flex w-4 shrink-0 justify-center pt-0.5" data-twisty={isParent || undefined}>
        {isParent && <Twisty className="size-4 text-ink-soft" aria-hidden="true" />}
      </span>
      {level > MOST_STEPS + 1 && <span className="mr-1 shrink-0 text-ink-soft">{level}</span>}
      <span className="min-w-0 break-all pl-0.5">
        {node.step !== null && (
          <span className="text-ink-soft">
            {typeof node.step === "number" ? node.step : <MarkedText text={node.step} pattern={pattern} />}
            {": "}
          </span>
        )}
        <NodeText node={node} isOpen={isOpen} pattern={pattern} />
      </span>
      {actions}
    </div>
  );
});

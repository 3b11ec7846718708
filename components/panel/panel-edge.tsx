"use client";
import type { KeyboardEvent, PointerEvent } from "react";
import { boundWidth, LEAST_WIDTH, MOST_WIDTH, widthByKey } from "./panel-width.ts";

type Props = {
  controls: string;
  width: number;
  /** While it is drawn, and (`isDone`) when it is let go. */
  onWidth: (width: number, isDone: boolean) => void;
};

/** The panel's left edge: drawn, or moved by arrow keys (with Shift in larger steps). */
export function PanelEdge({ controls, width, onWidth }: Props) {
  function drawn(event: PointerEvent<HTMLElement>): number {
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? globalThis.innerWidth;
    return boundWidth(right - event.clientX, roomOf(event.currentTarget));
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = widthByKey(event.key, event.shiftKey, width, roomOf(event.currentTarget));
    if (next === null) return;
    event.preventDefault();
    onWidth(next, true);
  }
  return (
    <div
      role="separator"
      aria-label="Width of the event"
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      tabIndex={0}
      className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none hover:bg-line-strong/40 focus-visible:bg-brass max-lg:hidden print:hidden"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onWidth(drawn(event), false)}
      onPointerUp={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && onWidth(drawn(event), true)}
    />
  );
}

/** From the left end of the list, which stands before the panel, to the panel's right end. */
function roomOf(edge: HTMLElement): number {
  const panel = edge.parentElement;
  const left = panel?.previousElementSibling?.getBoundingClientRect().left ?? 0;
  return (panel?.getBoundingClientRect().right ?? globalThis.innerWidth) - left;
}

"use client";
import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { cursorRange, type CursorMove, type CursorState } from "./cursor-state.ts";
import { axisTicks, bucketAt, mostEvents, seriesAt } from "./plot-scale.ts";
import type { TimelinePart } from "./part-filter.ts";
import type { TimelineActions } from "./timeline-cursor.tsx";

/** A press that moves less than this is a click. */
const DRAG_PX = 5;

type Cursor = {
  stack: TimelineStack;
  state: CursorState;
  move: (move: CursorMove) => void;
  show: TimelineActions["show"];
};
type Press = { x: number; index: number; isDrag: boolean; wasPointed: boolean };

/**
 * Mouse and finger over the chart: a drag spans a range and shows it, a click shows a part of a bar, or all of a bucket
 * beside the bar. A finger's first tap shows the numbers, the second does it; moving it up or down scrolls the page.
 */
export function useCursorPointer({ stack, state, move, show }: Cursor) {
  const press = useRef<Press | null>(null);
  /** A press that ended where it began, until its click comes. */
  const clicked = useRef<TimelinePart | null>(null);
  const [isPressed, setPressed] = useState(false);
  const [isTouched, setTouched] = useState(false);
  const end = () => {
    press.current = null;
    setPressed(false);
  };

  // The chart needn't have the focus for Escape to let go.
  useEffect(() => {
    if (!isPressed) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      press.current = null;
      setPressed(false);
      move({ type: "leave" });
    };
    window.addEventListener("keydown", cancel, { capture: true });
    return () => window.removeEventListener("keydown", cancel, { capture: true });
  }, [isPressed, move]);

  function placeOf(event: PointerEvent): { index: number; series: number | null } {
    const box = event.currentTarget.getBoundingClientRect();
    const index = bucketAt((event.clientX - box.left) / box.width, stack.starts.length);
    const most = mostEvents(stack);
    const pxPerEvent = box.height / (axisTicks(most).at(-1) ?? 1);
    return { index, series: seriesAt(stack.counts[index] ?? [], box.bottom - event.clientY, pxPerEvent) };
  }

  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeOf(event);
      press.current = { x: event.clientX, index: place.index, isDrag: false, wasPointed: state.index === place.index };
      setPressed(true);
      setTouched(event.pointerType === "touch");
      move({ type: "point", ...place });
    },
    onPointerMove: (event: PointerEvent) => {
      const place = placeOf(event);
      const pressed = press.current;
      if (pressed === null) {
        if (event.pointerType !== "touch" && !isPressed) move({ type: "point", ...place });
        return;
      }
      pressed.isDrag ||= Math.abs(event.clientX - pressed.x) >= DRAG_PX;
      if (pressed.isDrag) move({ type: "drag", from: pressed.index, to: place.index });
    },
    onPointerUp: (event: PointerEvent) => {
      const pressed = press.current;
      end();
      clicked.current = null;
      if (pressed === null) return;
      const range = cursorRange(state);
      if (pressed.isDrag) {
        if (range !== null) show({ ...range, series: null });
      } else if (event.pointerType !== "touch" || pressed.wasPointed) {
        const { index, series } = placeOf(event);
        clicked.current = { first: index, last: index, series };
      }
    },
    // Not before: the click of a tap would go to what the new filter has moved there.
    onClick: (event: MouseEvent) => {
      const part = clicked.current;
      clicked.current = null;
      if (part !== null) show(part, event.ctrlKey || event.metaKey);
    },
    onPointerCancel: () => {
      end();
      move({ type: "leave" });
    },
    onPointerLeave: (event: PointerEvent) => {
      // A finger leaves with every tap; keys go on where the mouse was.
      if (event.pointerType !== "touch" && document.activeElement !== event.currentTarget) move({ type: "leave" });
    },
  };
  return { isTouched, handlers };
}

import type { KeyboardEvent } from "react";
import { cursorRange, type CursorMove, type CursorState } from "./cursor-state.ts";
import type { TimelineActions } from "./timeline-cursor.tsx";

const PAGE = 10;
const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

type Cursor = { state: CursorState; move: (move: CursorMove) => void; actions: TimelineActions };

/** Does what a key asks for in the chart. @returns whether it asked for anything. */
export function cursorKey(event: KeyboardEvent, { state, move, actions }: Cursor): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return event.key === "Enter" && show(true);
  const step = STEPS[event.key];
  if (step !== undefined) return done(() => move({ type: "step", by: step, extends: event.shiftKey }));
  switch (event.key) {
    case "ArrowUp":
      return done(() => move({ type: "climb", by: 1 }));
    case "ArrowDown":
      return done(() => move({ type: "climb", by: -1 }));
    case "Enter":
    case " ":
      return show(false);
    case "Escape":
      return state.index !== null && done(() => move({ type: "escape" }));
    case "-":
      return actions.zoomOut !== undefined && done(actions.zoomOut);
    case "Backspace":
      return actions.back !== undefined && done(actions.back);
    default:
      return false;
  }

  function show(isElsewhere: boolean): boolean {
    const range = cursorRange(state);
    return range !== null && done(() => actions.show({ ...range, series: state.series }, isElsewhere));
  }
}

function done(act: () => void): true {
  act();
  return true;
}

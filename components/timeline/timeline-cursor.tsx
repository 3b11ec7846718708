"use client";
import { useId, useReducer, useState } from "react";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { cursorRange, moveCursor, NO_CURSOR, type CursorMove, type CursorState } from "./cursor-state.ts";
import { CursorMarks } from "./cursor-marks.tsx";
import { cursorKey } from "./cursor-key.ts";
import { CursorTip } from "./cursor-tip.tsx";
import type { TimelinePart } from "./part-filter.ts";
import { PLOT } from "./plot-scale.ts";
import { partText, stackSummary } from "./stack-text.ts";
import { useCursorPointer } from "./use-cursor-pointer.ts";

/** What can be done from within the chart. */
export type TimelineActions = {
  /** Shows a part alone; `isElsewhere`: in another tab. */
  show: (part: TimelinePart, isElsewhere?: boolean) => void;
  zoomOut?: (() => void) | undefined;
  back?: (() => void) | undefined;
};

type Props = { stack: TimelineStack; actions: TimelineActions };

/**
 * The chart's one tab stop: by mouse, finger or keys somebody walks the buckets, spans a range and shows what is there.
 * It lies over the bars, so that they needn't be drawn again while it moves.
 */
export function TimelineCursor({ stack, actions }: Props) {
  const help = useId();
  const [state, move] = useReducer(
    (before: CursorState, next: CursorMove) => moveCursor(before, next, stack.counts),
    NO_CURSOR,
  );
  const [seen, setSeen] = useState(stack);
  if (seen !== stack) {
    setSeen(stack);
    move({ type: "leave" });
  }
  const { isTouched, handlers } = useCursorPointer({ stack, state, move, show: actions.show });
  const range = cursorRange(state);

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Timeline, ${stackSummary(stack)}`}
        aria-describedby={help}
        aria-valuemin={1}
        aria-valuemax={stack.starts.length}
        aria-valuenow={(state.index ?? 0) + 1}
        aria-valuetext={range === null ? "No bucket chosen" : partText(stack, { ...range, series: state.series })}
        className="absolute right-0 cursor-crosshair touch-pan-y select-none print:hidden"
        style={{ left: PLOT.left, top: PLOT.top, bottom: PLOT.bottom }}
        onKeyDown={(event) => {
          if (!cursorKey(event, { state, move, actions })) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onBlur={() => move({ type: "leave" })}
        {...handlers}
      >
        <CursorMarks stack={stack} state={state} />
      </div>
      {range !== null && <CursorTip stack={stack} state={state} range={range} isTouched={isTouched} />}
      <p id={help} className="sr-only">
        Arrow keys walk the buckets, with Shift they span a range. Up and down choose a part of the bar. Enter shows
        what is chosen, minus zooms out, Backspace goes back to the range before.
      </p>
    </>
  );
}

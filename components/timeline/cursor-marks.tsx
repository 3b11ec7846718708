import { clsx } from "clsx";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { cursorRange, type CursorState } from "./cursor-state.ts";
import { axisTicks, mostEvents, cutShares } from "./plot-scale.ts";

type Props = { stack: TimelineStack; state: CursorState };

/** The bucket, part or range that the cursor is at, and hatched what the range leaves out of the first and last bucket. */
export function CursorMarks({ stack, state }: Props) {
  const range = cursorRange(state);
  const width = 100 / stack.starts.length;
  const { before, after } = cutShares(stack);
  return (
    <div aria-hidden="true">
      {before > 0 && <div className="hatched absolute inset-y-0 left-0" style={{ width: `${before * width}%` }} />}
      {after > 0 && <div className="hatched absolute inset-y-0 right-0" style={{ width: `${after * width}%` }} />}
      {range !== null && (
        <div
          data-selection={state.anchor === null ? "bucket" : "range"}
          className={clsx(
            "absolute inset-y-0 min-w-px",
            state.anchor === null ? "bg-ink/10" : "border-x border-brass bg-brass/20",
          )}
          style={{ left: `${range.first * width}%`, width: `${(range.last - range.first + 1) * width}%` }}
        />
      )}
      {state.index !== null && state.series !== null && (
        <div className="absolute min-h-0.5 outline-2 outline-brass" style={partBox(stack, state.index, state.series)} />
      )}
    </div>
  );
}

function partBox(stack: TimelineStack, index: number, series: number) {
  const counts = stack.counts[index] ?? [];
  const top = axisTicks(mostEvents(stack)).at(-1) ?? 1;
  const foot = counts.slice(0, series).reduce((sum, count) => sum + count, 0);
  const width = 100 / stack.starts.length;
  return {
    left: `${index * width}%`,
    width: `${width}%`,
    bottom: `${(foot / top) * 100}%`,
    height: `${((counts[series] ?? 0) / top) * 100}%`,
  };
}

import { clsx } from "clsx";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import type { CursorState } from "./cursor-state.ts";
import { bucketCount, cutShares, PLOT } from "./plot-scale.ts";
import { seriesColour, seriesName } from "./series-text.ts";
import { spanText } from "./stack-text.ts";

type Range = { first: number; last: number };
type Props = { stack: TimelineStack; state: CursorState; range: Range; isTouched: boolean };

/** The numbers of what the cursor is at, beside it. Its words for screen readers are the slider's. */
export function CursorTip({ stack, state, range, isTouched }: Props) {
  const { first, last } = range;
  const middle = (first + last + 1) / 2 / stack.starts.length;
  const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  const sum = (of: (index: number) => number) => indexes.reduce((total, index) => total + of(index), 0);
  const failures = sum((index) => stack.failures[index] ?? 0);
  const place = `calc(${PLOT.left}px + (100% - ${PLOT.left}px) * ${middle})`;
  return (
    <div
      aria-hidden="true"
      className={clsx(
        "pointer-events-none absolute top-0 z-20 w-max max-w-80 sm:max-w-none rounded-md border border-line bg-panel px-3 py-2 text-small shadow-popover print:hidden",
        middle > 0.5 ? "-translate-x-full" : "",
      )}
      style={{ left: middle > 0.5 ? `calc(${place} - 8px)` : `calc(${place} + 8px)` }}
    >
      <p className="font-mono">{spanText(stack, range)}</p>
      {stack.tz !== "UTC" && <p className="font-mono text-ink-soft">{utcText(stack, range)}</p>}
      <p className="font-medium">
        {countOf(
          sum((index) => bucketCount(stack, index)),
          "event",
        )}
      </p>
      {stack.series.map((series, part) => {
        const count = sum((index) => stack.counts[index]?.[part] ?? 0);
        if (count === 0 && stack.by !== "outcome") return null;
        return (
          <p
            key={String(series.meaning)}
            className={clsx("flex items-center gap-1.5", state.series === part && "font-medium underline")}
          >
            <span className="size-2.5 shrink-0" style={{ background: seriesColour(series) }} />
            <span className="truncate">
              {formatCount(count)} {seriesName(stack, part)}
            </span>
          </p>
        );
      })}
      {stack.by !== "outcome" && failures > 0 && <p className="text-failure">{countOf(failures, "failure")}</p>}
      {isCut(stack, range) && <p className="text-ink-soft">In part: the range ends within</p>}
      {isTouched && state.anchor === null && <p className="text-ink-soft">Tap again to show these events</p>}
    </div>
  );
}

function isCut(stack: TimelineStack, { first, last }: Range): boolean {
  const { before, after } = cutShares(stack);
  return (first === 0 && before > 0) || (last === stack.starts.length - 1 && after > 0);
}

function utcText({ starts, end }: TimelineStack, { first, last }: Range): string {
  const utc = (iso: string | null | undefined) => (iso ? new Date(iso).toISOString().replace(".000Z", "Z") : "");
  return `${utc(starts[first])} – ${utc(starts[last + 1] ?? end)}`;
}

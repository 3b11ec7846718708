"use client";
import { ChevronDown, ChevronRight, Undo2, ZoomOut } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useSyncExternalStore, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { TIMELINE_GROUPS } from "#lib/events/timeline.ts";
import type { EventSpan } from "#lib/events/queries/event-span.ts";
import type { TimelineStack } from "#lib/events/timeline-stack.ts";
import { widenedRange } from "#lib/events/time-range-move.ts";
import type { TimeRange } from "#lib/events/time-range-text.ts";
import { eventsHref, withTimes } from "#components/events/edit-filter.ts";
import { useFilter } from "#components/events/use-filter.ts";
import { setCookie } from "#components/shell/set-cookie.ts";
import { IconButton } from "./icon-button.tsx";
import { partFilter } from "./part-filter.ts";
import { StackChoice } from "./stack-choice.tsx";
import { TimelineChart } from "./timeline-chart.tsx";
import { TimelineLegend } from "./timeline-legend.tsx";
import { TimelineTable } from "./timeline-table.tsx";
import { CaptionText } from "./timeline-view.tsx";
import { forgetRange, rangeBefore, rememberRange } from "./zoom-history.ts";

type Props = {
  stack: TimelineStack;
  filter: EventFilter;
  /** The first and the last of all events; null where that isn't known. */
  span: EventSpan | null;
  isFolded: boolean;
};

const never = () => () => {};

/** The timeline over the list: what is chosen in it becomes the filter, and there are ways back. */
export function ExplorerTimeline({ stack, filter: drawn, span, isFolded }: Props) {
  // What is chosen here adds to what was chosen elsewhere meanwhile, whose answer may still be on its way.
  const { filter, apply } = useFilter();
  const [, setBy] = useQueryState(
    "by",
    parseAsStringLiteral(TIMELINE_GROUPS).withOptions({ shallow: false, history: "push" }),
  );
  const [isShut, setShut] = useState(isFolded);
  const range: TimeRange = { from: filter.from, to: filter.to };
  // Storage is this browser's: the server can't know whether there is a way back.
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const before = isBrowser ? rangeBefore(range) : null;
  const shown = { from: stack.starts[0] ?? "", to: stack.end ?? "" };
  const widened = (now: Date) => widenedRange(range, { now, timeZone: stack.tz, shown, data: span });
  // Whether there is anything wider doesn't depend on now.
  const canWiden = widened(new Date(shown.to || 0)) !== null;

  function showTimes(times: TimeRange) {
    rememberRange(range, times);
    apply(withTimes(filter, times));
  }
  function back(times: TimeRange) {
    forgetRange(range);
    apply(withTimes(filter, times));
  }
  const actions = {
    show: (part: Parameters<typeof partFilter>[2], isElsewhere = false) => {
      const next = partFilter(stack, filter, part);
      if (isElsewhere) window.open(eventsHref(next), "_blank", "noopener");
      else {
        rememberRange(range, next);
        apply(next);
      }
    },
    zoomOut: canWiden ? () => showTimes(widened(new Date()) ?? {}) : undefined,
    back: before ? () => back(before) : undefined,
  };

  return (
    <figure className="min-w-0">
      <figcaption className="flex min-h-6 flex-wrap items-center gap-x-3 text-small text-ink-soft">
        <span className="flex items-center gap-1">
          <IconButton
            label={isShut ? "Show the timeline" : "Fold the timeline away"}
            aria-expanded={!isShut}
            onClick={() => {
              setCookie("timeline", isShut ? "" : "folded");
              setShut(!isShut);
            }}
          >
            {isShut ? <ChevronRight className="size-3.5" /> : <ChevronDown className="size-3.5" />}
          </IconButton>
          <CaptionText stack={stack} />
        </span>
        <StackChoice by={stack.by} choose={(by) => void setBy(by === "outcome" ? null : by)} />
        <span className="flex print:hidden">
          <IconButton label="Back to the range before" onClick={actions.back} disabled={actions.back === undefined}>
            <Undo2 className="size-3.5" />
          </IconButton>
          <IconButton label="Zoom out ×2" onClick={actions.zoomOut} disabled={actions.zoomOut === undefined}>
            <ZoomOut className="size-3.5" />
          </IconButton>
        </span>
        <TimelineLegend stack={stack} filter={filter} show={apply} />
      </figcaption>
      {!isShut && (
        <>
          <TimelineChart stack={stack} actions={actions} />
          <TimelineTable stack={stack} filter={drawn} />
        </>
      )}
    </figure>
  );
}

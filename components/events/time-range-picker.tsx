"use client";
import { CalendarRange, ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { shiftedRange } from "#lib/events/time-range-move.ts";
import { printTimeRange } from "#lib/events/print-time-range.ts";
import type { TimeRange } from "#lib/events/time-range-text.ts";
import { boundText } from "#components/time/bound-text.ts";
import { rememberRange } from "#components/timeline/zoom-history.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { DataSpan } from "./data-span.ts";
import { withTimes } from "./edit-filter.ts";
import { TimeRangePanel } from "./time-range-panel.tsx";

type Props = {
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  /** Null while there are no events. */
  span: Promise<DataSpan | null>;
  timeZone: string;
};

/** From when to when: typed in one line or chosen by name; beside it, the same length earlier and later. */
export function TimeRangePicker({ filter, apply, span, timeZone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const range = rangeOf(filter);
  function choose(times: TimeRange) {
    rememberRange(range, rangeOf(times));
    apply(withTimes(filter, rangeOf(times)));
    setOpen(false);
  }
  function shift(direction: 1 | -1) {
    const shifted = shiftedRange(range, direction, { now: new Date(), timeZone });
    if (shifted) choose(shifted);
  }
  // Whether there is a neighbour doesn't depend on now.
  const has = (direction: 1 | -1) => shiftedRange(range, direction, { now: new Date(0), timeZone }) !== null;
  return (
    <div className="flex">
      {(has(-1) || has(1)) && (
        <Shift label="Earlier, by the same length" isPossible={has(-1)} shift={() => shift(-1)}>
          <ChevronLeft className="size-3.5" aria-hidden="true" />
        </Shift>
      )}
      <Popover
        label="Time range"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button aria-pressed={filter.from !== undefined || filter.to !== undefined}>
            <CalendarRange className="size-3.5" aria-hidden="true" />
            {rangeText(range, timeZone)}
          </Button>
        }
      >
        <TimeRangePanel range={range} choose={choose} span={span} timeZone={timeZone} />
      </Popover>
      {(has(-1) || has(1)) && (
        <Shift label="Later, by the same length" isPossible={has(1)} shift={() => shift(1)}>
          <ChevronRight className="size-3.5" aria-hidden="true" />
        </Shift>
      )}
    </div>
  );
}

type ShiftProps = { label: string; isPossible: boolean; shift: () => void; children: ReactNode };

function Shift({ label, isPossible, shift, children }: ShiftProps) {
  return (
    <Button variant="quiet" className="px-1" aria-label={label} title={label} disabled={!isPossible} onClick={shift}>
      {children}
    </Button>
  );
}

function rangeOf({ from, to }: TimeRange): TimeRange {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** As short as a button needs it: whole days by their dates, else to the minute, or second where one has seconds. */
function rangeText({ from, to }: TimeRange, timeZone: string): string {
  if (from === undefined && to === undefined) return "All times";
  if (from !== undefined && to !== undefined) {
    const printed = printTimeRange({ from, to }, timeZone);
    if (printed.length <= 23) return printed;
  }
  const times = [from, to].map((bound) => (bound === undefined ? "" : boundText(bound, timeZone)));
  const length = times.some((time) => !time.startsWith("-") && time.slice(17, 19) > "00") ? 19 : 16;
  const text = (bound: string) => (bound.startsWith("-") ? bound : boundText(bound, timeZone).slice(0, length));
  if (to === undefined) return from?.startsWith("-") ? `Last ${from.slice(1)}` : `Since ${text(from ?? "")}`;
  return from === undefined ? `Until ${text(to)}` : `${text(from)} – ${text(to)}`;
}

"use client";
import { CalendarRange } from "lucide-react";
import { useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { boundText } from "#components/time/bound-text.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { DataSpan } from "./data-span.ts";
import { withTimes } from "./edit-filter.ts";
import { TimeRangeForm } from "./time-range-form.tsx";
import { TimeRangePresets } from "./time-range-presets.tsx";

type Props = {
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  /** Null while there are no events. */
  span: Promise<DataSpan | null>;
  timeZone: string;
};

/** From when to when: ranges by name, or two bounds typed as times or as `-7d`. */
export function TimeRangePicker({ filter, apply, span, timeZone }: Props) {
  const [isOpen, setOpen] = useState(false);
  function choose({ from, to }: { from?: string; to?: string }) {
    apply(withTimes(filter, { from, to }));
    setOpen(false);
  }
  return (
    <Popover
      label="Time range"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button aria-pressed={filter.from !== undefined || filter.to !== undefined}>
          <CalendarRange className="size-3.5" aria-hidden="true" />
          {rangeText(filter, timeZone)}
        </Button>
      }
    >
      <TimeRangeForm filter={filter} choose={choose} timeZone={timeZone} />
      <TimeRangePresets span={span} choose={choose} timeZone={timeZone} />
    </Popover>
  );
}

function rangeText({ from, to }: EventFilter, timeZone: string): string {
  if (from === undefined && to === undefined) return "All times";
  const text = (bound: string) => (bound.startsWith("-") ? bound : boundText(bound, timeZone).slice(0, 16));
  if (to === undefined) return `Since ${text(from ?? "")}`;
  return from === undefined ? `Until ${text(to)}` : `${text(from)} – ${text(to)}`;
}

"use client";
import { Suspense, use, useEffect, useState } from "react";
import { printTimeRange } from "#lib/events/print-time-range.ts";
import type { TimeRange } from "#lib/events/time-range-text.ts";
import { formatTime } from "#components/time/format-time.ts";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { DataSpan } from "./data-span.ts";
import { dataPresets, RECENT, type TimePreset } from "./time-presets.ts";
import { TimeRangeField } from "./time-range-field.tsx";

type Props = {
  range: TimeRange;
  choose: (range: TimeRange) => void;
  span: Promise<DataSpan | null>;
  timeZone: string;
};

/** The line to type a range in, then ranges by name: up to now, and of the data, whose last day may be years ago. */
export function TimeRangePanel(props: Props) {
  const { span } = props;
  const [newest, setNewest] = useState<string | null>(null);
  // The data's newest event decides which January is meant; the line is usable before that is known.
  useEffect(() => {
    void span.then((known) => setNewest(known?.newest ?? null));
  }, [span]);
  return (
    <>
      <TimeRangeField {...props} newest={newest} />
      <div className="mt-2 grid gap-x-2 border-t border-line pt-2 sm:grid-cols-[auto_1fr]">
        <Choices presets={[{ label: "All times" }, ...RECENT]} {...props} />
        <Suspense fallback={<Skeleton className="h-40" />}>
          <DataPresets {...props} />
        </Suspense>
      </div>
    </>
  );
}

function DataPresets({ span: promise, ...props }: Props) {
  const span = use(promise);
  if (span === null) return <p className="px-2.5 py-1.5 text-small text-ink-soft">There is no data yet</p>;
  return (
    <div>
      <Choices presets={dataPresets(span, props.timeZone)} {...props} />
      <p className="px-2.5 text-small text-ink-soft">
        Newest event <span className="font-mono">{formatTime(span.newest, props.timeZone)}</span>
      </p>
    </div>
  );
}

type ChoicesProps = Pick<Props, "range" | "choose" | "timeZone"> & { presets: readonly TimePreset[] };

function Choices({ presets, range, choose, timeZone }: ChoicesProps) {
  const current = printTimeRange(range, timeZone);
  return (
    <div className="flex flex-col">
      {presets.map(({ label, ...preset }) => (
        <Button
          key={label}
          variant="quiet"
          className="justify-start aria-pressed:bg-brass-wash aria-pressed:text-ink"
          aria-pressed={printTimeRange(preset, timeZone) === current}
          onClick={() => choose(preset)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}

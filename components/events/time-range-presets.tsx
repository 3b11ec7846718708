"use client";
import { Suspense, use } from "react";
import { formatTime } from "#components/time/format-time.ts";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { DataSpan } from "./data-span.ts";
import { dataPresets, RECENT, type TimePreset } from "./time-presets.ts";

type Props = {
  span: Promise<DataSpan | null>;
  choose: (times: { from?: string; to?: string }) => void;
  timeZone: string;
};

/** Ranges by name: up to now, and of the data, whose last day may be years ago. */
export function TimeRangePresets(props: Props) {
  return (
    <div className="mt-3 grid grid-cols-2 gap-x-2 border-t border-line pt-2">
      <Choices presets={RECENT} choose={props.choose} />
      <Suspense fallback={<Skeleton className="h-40" />}>
        <DataPresets {...props} />
      </Suspense>
    </div>
  );
}

function DataPresets({ span: promise, choose, timeZone }: Props) {
  const span = use(promise);
  const all = { label: "All of the data" };
  if (span === null) return <Choices presets={[all]} choose={choose} />;
  return (
    <>
      <Choices presets={[all, ...dataPresets(span, timeZone)]} choose={choose} />
      <p className="col-span-2 mt-2 text-small text-ink-soft">
        The data reaches from <span className="font-mono">{formatTime(span.oldest, timeZone)}</span>
        <br /> to <span className="font-mono">{formatTime(span.newest, timeZone)}</span>
      </p>
    </>
  );
}

function Choices({ presets, choose }: { presets: readonly TimePreset[]; choose: Props["choose"] }) {
  return (
    <div className="flex flex-col">
      {presets.map((preset) => (
        <Button key={preset.label} variant="quiet" className="justify-start" onClick={() => choose(preset)}>
          {preset.label}
        </Button>
      ))}
    </div>
  );
}

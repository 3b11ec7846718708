"use client";
import { CalendarRange } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { parseTimeBound } from "#lib/events/time-bound.ts";
import { boundText } from "#components/time/bound-text.ts";
import { formatTime } from "#components/time/format-time.ts";
import { zonedTime } from "#components/time/zoned-time.ts";
import { Button } from "#components/ui/button.tsx";
import { formText } from "#components/ui/form-text.ts";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { DataSpan } from "./data-span.ts";
import { withTimes } from "./edit-filter.ts";
import { dataPresets, RECENT, type TimePreset } from "./time-presets.ts";

type Props = {
  filter: EventFilter;
  apply: (filter: EventFilter) => void;
  /** Null while there are no events. */
  span: DataSpan | null;
  timeZone: string;
};

/** From when to when: ranges by name, or two bounds typed as times or as `-7d`. */
export function TimeRangePicker({ filter, apply, span, timeZone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");

  function choose({ from, to }: { from?: string; to?: string }) {
    apply(withTimes(filter, { from, to }));
    setOpen(false);
    setProblem("");
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const [from = "", to = ""] = ["from", "to"].map((name) => zonedTime(formText(event.currentTarget, name), timeZone));
    const wrong = [from, to].find((bound) => bound !== "" && parseTimeBound(bound, new Date()) === null);
    if (wrong !== undefined) setProblem(`“${wrong}” is no time. Try 2024-07-31 14:00, or -7d.`);
    else choose({ from: from || undefined, to: to || undefined });
  }
  const choices = (presets: readonly TimePreset[]) =>
    presets.map((preset) => (
      <Button key={preset.label} variant="quiet" className="justify-start" onClick={() => choose(preset)}>
        {preset.label}
      </Button>
    ));

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
      <form onSubmit={submit} className="grid grid-cols-1 gap-x-2 gap-y-1 sm:grid-cols-2">
        <Bound name="from" label="From" text={inputText(filter.from, timeZone)} example="2024-07-31 14:00" />
        <Bound
          name="to"
          label="Until, not included"
          text={inputText(filter.to, timeZone)}
          example="2024-08-01 or -7d"
        />
        <p className="text-small text-ink-soft sm:col-span-2">
          Times are {timeZone.replaceAll("_", " ")} unless they say otherwise.
        </p>
        <p role="status" className="text-small text-failure sm:col-span-2">
          {problem}
        </p>
        <Button type="submit" variant="main" className="sm:col-span-2">
          Show this range
        </Button>
      </form>
      <div className="mt-3 grid grid-cols-2 gap-x-2 border-t border-line pt-2">
        <div className="flex flex-col">{choices(RECENT)}</div>
        <div className="flex flex-col">
          {choices([{ label: "All of the data" }, ...(span === null ? [] : dataPresets(span, timeZone))])}
        </div>
      </div>
      {span !== null && (
        <p className="mt-2 text-small text-ink-soft">
          The data reaches from <span className="font-mono">{formatTime(span.oldest, timeZone)}</span>
          <br /> to <span className="font-mono">{formatTime(span.newest, timeZone)}</span>
        </p>
      )}
    </Popover>
  );
}

function Bound({ name, label, text, example }: { name: string; label: string; text: string; example: string }) {
  return (
    <div>
      <label htmlFor={`time-${name}`} className="text-small text-ink-soft">
        {label}
      </label>
      <Input
        id={`time-${name}`}
        name={name}
        className="font-mono text-small"
        defaultValue={text}
        placeholder={example}
      />
    </div>
  );
}

function inputText(bound: string | undefined, timeZone: string): string {
  return bound === undefined ? "" : boundText(bound, timeZone);
}

function rangeText({ from, to }: EventFilter, timeZone: string): string {
  if (from === undefined && to === undefined) return "All times";
  const text = (bound: string) => (bound.startsWith("-") ? bound : boundText(bound, timeZone).slice(0, 16));
  if (to === undefined) return `Since ${text(from ?? "")}`;
  return from === undefined ? `Until ${text(to)}` : `${text(from)} – ${text(to)}`;
}

"use client";
import { type FormEvent, useState } from "react";
import type { EventFilter } from "#lib/events/filter.ts";
import { parseTimeBound } from "#lib/events/time-bound.ts";
import { boundText } from "#components/time/bound-text.ts";
import { zonedTime } from "#components/time/zoned-time.ts";
import { Button } from "#components/ui/button.tsx";
import { formText } from "#components/ui/form-text.ts";
import { Input } from "#components/ui/input.tsx";

type Props = {
  filter: EventFilter;
  choose: (times: { from?: string; to?: string }) => void;
  timeZone: string;
};

/** Two bounds, typed; either may be left open. */
export function TimeRangeForm({ filter, choose, timeZone }: Props) {
  const [problem, setProblem] = useState("");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const [from = "", to = ""] = ["from", "to"].map((name) => zonedTime(formText(event.currentTarget, name), timeZone));
    const wrong = [from, to].find((bound) => bound !== "" && parseTimeBound(bound, new Date()) === null);
    if (wrong !== undefined) setProblem(`“${wrong}” is no time. Try 2024-07-31 14:00, or -7d.`);
    else choose({ from: from || undefined, to: to || undefined });
  }
  const shown = (bound: string | undefined) => (bound === undefined ? "" : boundText(bound, timeZone));

  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-x-2 gap-y-1 sm:grid-cols-2">
      <Bound name="from" label="From" text={shown(filter.from)} example="2024-07-31 14:00" />
      <Bound name="to" label="Until, not included" text={shown(filter.to)} example="2024-08-01 or -7d" />
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

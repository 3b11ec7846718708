"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { parseTimeBound } from "#lib/events/time-bound.ts";
import { boundText } from "#components/time/bound-text.ts";
import { zonedTime } from "#components/time/zoned-time.ts";
import { Button } from "#components/ui/button.tsx";
import { formText } from "#components/ui/form-text.ts";
import { Input } from "#components/ui/input.tsx";

type Props = {
  /** The page that reads the times from its address. */
  action: string;
  /** A part of that page to stay at. */
  anchor?: string;
  /** `text` as it stands in the address; empty where it doesn't. */
  times: readonly { name: string; label: string; text: string }[];
  button: string;
  timeZone: string;
};

/** Instants that a page is asked about: typed as times of the zone on show, or as those of the filter. */
export function TimesForm({ action, anchor, times, button, timeZone }: Props) {
  const router = useRouter();
  const [problem, setProblem] = useState("");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const { name } of times) {
      const instant = zonedTime(formText(event.currentTarget, name), timeZone);
      if (instant !== "" && parseTimeBound(instant, new Date()) === null) {
        setProblem(`“${instant}” is no time. Try 2024-03-01, 2024-03-01 14:00 or -7d.`);
        return;
      }
      if (instant !== "") params.set(name, instant);
    }
    setProblem("");
    const query = params.toString();
    router.push(`${action}${query && `?${query}`}${anchor === undefined ? "" : `#${anchor}`}`, { scroll: false });
  }

  return (
    <form action={action} onSubmit={submit} className="flex flex-wrap items-end gap-2 max-sm:w-full print:hidden">
      {times.map(({ name, label, text }) => (
        <label key={name} className="flex items-center gap-2 max-sm:min-w-56 max-sm:grow">
          <span className="text-ink-soft">{label}</span>
          <Input
            // A new address is a new text.
            key={text}
            name={name}
            className="w-60 font-mono text-small max-sm:w-0 max-sm:grow"
            defaultValue={text && boundText(text, timeZone)}
            placeholder="2024-03-01 14:00"
          />
        </label>
      ))}
      <Button type="submit">{button}</Button>
      <p role="status" className="basis-full text-small text-failure empty:hidden">
        {problem}
      </p>
    </form>
  );
}

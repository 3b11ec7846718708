"use client";
import { type FormEvent, useId, useState } from "react";
import { printTimeRange } from "#lib/events/print-time-range.ts";
import { parseTimeRangeText, type TimeRange } from "#lib/events/time-range-text.ts";
import { rangeReading } from "#components/time/range-reading.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";

type Props = {
  range: TimeRange;
  choose: (range: TimeRange) => void;
  timeZone: string;
  /** The time of the newest event: what a date without a year is near. Null until it is known. */
  newest: string | null;
};

const EXAMPLES =
  "3d, yesterday, last month, 2024-07, Jan 1 – Jan 2, 31 Jul 2024 14:00 – 16:00, since 2024-07-31, or a timestamp out of a log";

/** A range in one line, typed or pasted; below it, while it is typed, what it was understood as. */
export function TimeRangeField({ range, choose, timeZone, newest }: Props) {
  const id = useId();
  const [text, setText] = useState(() => printTimeRange(range, timeZone));
  const [isTried, setTried] = useState(false);
  const [now] = useState(() => new Date());
  const latest = newest !== null && Date.parse(newest) < now.getTime() ? { latest: new Date(newest) } : {};
  const reading = parseTimeRangeText(text, { now, timeZone, ...latest });
  const problem = "problem" in reading ? reading.problem : null;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if ("range" in reading) choose(reading.range);
    else setTried(true);
  }

  return (
    <form onSubmit={submit} className="grid w-md max-w-full gap-1">
      <label htmlFor={id} className="text-small text-ink-soft">
        From when to when
      </label>
      <div className="flex gap-2">
        <Input
          id={id}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
          placeholder="Jan 1 – Jan 2, 3d, yesterday …"
          value={text}
          aria-invalid={problem !== null && isTried}
          aria-describedby={`${id}-reading`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setText(event.target.value);
            setTried(false);
          }}
        />
        <Button type="submit" variant="main">
          Show
        </Button>
      </div>
      <div id={`${id}-reading`} role="status" className="min-h-12 text-small text-ink-soft">
        {"range" in reading ? (
          <>
            <p className="text-ink">{reading.meaning}</p>
            {rangeReading(reading.range, { now, timeZone }).map((line) => (
              <p key={line} className="font-mono">
                {line}
              </p>
            ))}
          </>
        ) : (
          <>
            <p className={isTried ? "text-failure" : undefined}>{reading.problem}</p>
            <p>What is: {EXAMPLES}.</p>
          </>
        )}
      </div>
    </form>
  );
}

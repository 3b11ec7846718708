"use client";
import { type FormEvent, useState } from "react";
import type { ComparableEvent } from "#lib/events/event-context.ts";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { useOpenEvent } from "#components/explorer/use-open-event.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { formText } from "#components/ui/form-text.ts";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { AnswerTrouble } from "./answer-trouble.tsx";
import { eventIdIn } from "./event-id-in.ts";
import { useEventAnswer } from "./use-event-answer.ts";

const WHICH: Record<ComparableEvent["is"], string> = {
  previous: "The time before by the same principal",
  next: "The next time by the same principal",
  "previous-on-project": "The time before on the same project",
};

/** With which event another is compared: those that are likely meant, or any by its id or a link to it. */
export function CompareChoice({ event, timeZone }: { event: EventDetail; timeZone: string }) {
  const { show } = useOpenEvent();
  const { data, error, again } = useEventAnswer(event.eventId, "comparable");
  const [problem, setProblem] = useState("");

  function submit(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault();
    const named = eventIdIn(formText(submitted.currentTarget, "against"));
    if (named === null) setProblem("This names no event: give its id, or a link to it.");
    else if (named === event.eventId) setProblem("This is the event itself.");
    else show("compare", named);
  }
  return (
    <section aria-label="What to compare it with" className="grid grid-cols-1 gap-4">
      {error ? <AnswerTrouble error={error} again={again} /> : null}
      {!data && !error ? <RowsSkeleton rows={3} /> : null}
      {data?.events.length === 0 && (
        <p className="text-ink-soft">
          No other event is known with this action by the same principal or on the same project.
        </p>
      )}
      <ul>
        {data?.events.map(({ is, event: other }) => (
          <li key={is} className="border-b border-line py-1">
            <button
              type="button"
              className="w-full rounded-sm py-1 text-left hover:bg-sunken"
              onClick={() => show("compare", other.eventId)}
            >
              <span className="flex flex-wrap justify-between gap-x-3 text-small text-ink-soft">
                {WHICH[is]} <EventTime iso={other.eventTime} timeZone={timeZone} />
              </span>
              <span className="[overflow-wrap:anywhere]">
                <SafeText text={other.summary} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex items-end gap-2">
        <Field
          name="against"
          label="Any other, by its id or a link to it"
          className="grow"
          autoComplete="off"
          aria-describedby="against-problem"
        />
        <Button type="submit">Compare</Button>
      </form>
      <p id="against-problem" role="status" className="text-small text-failure">
        {problem}
      </p>
    </section>
  );
}

"use client";
import { ArrowLeftRight } from "lucide-react";
import type { EventDetail } from "#lib/events/event-detail.ts";
import { eventHref } from "#components/events/event-href.ts";
import { useOpenEvent } from "#components/explorer/use-open-event.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { RowsSkeleton } from "#components/ui/rows-skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { AnswerTrouble } from "./answer-trouble.tsx";
import { CompareChoice } from "./compare-choice.tsx";
import { RecordDiff } from "#components/record/record-diff.tsx";
import { useEventAnswer } from "./use-event-answer.ts";

type Props = { event: EventDetail; /** The id of the other. */ against: string | null; timeZone: string };

/** An event beside another: which to take, or how its record differs from that one's. */
export function CompareEvents({ event, against, timeZone }: Props) {
  return against === null || against === event.eventId ? (
    <CompareChoice event={event} timeZone={timeZone} />
  ) : (
    <Compared event={event} against={against} timeZone={timeZone} />
  );
}

function Compared({ event, against, timeZone }: Props & { against: string }) {
  const { open, show } = useOpenEvent();
  const { data: other, error, again } = useEventAnswer(against, "detail");
  const choose = (
    <Button onClick={() => show("compare")} className="h-7">
      With another
    </Button>
  );
  if (error) {
    return (
      <>
        <AnswerTrouble error={error} again={again} />
        {choose}
      </>
    );
  }
  if (!other) return <RowsSkeleton rows={8} />;
  function swap() {
    open(against);
    show("compare", event.eventId);
  }
  return (
    <section aria-label="Comparison" className="grid grid-cols-1 gap-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="font-mono">−</dt>
        <dd className="[overflow-wrap:anywhere]">
          <TextLink href={eventHref(against)}>
            <SafeText text={other.event.summary} />
          </TextLink>{" "}
          <EventTime iso={other.event.eventTime} timeZone={timeZone} />
        </dd>
        <dt className="font-mono">+</dt>
        <dd className="[overflow-wrap:anywhere]">
          this event <EventTime iso={event.eventTime} timeZone={timeZone} />
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        {choose}
        <Button onClick={swap} className="h-7">
          <ArrowLeftRight className="size-3.5" aria-hidden="true" />
          Swap them
        </Button>
      </div>
      <RecordDiff before={other.event.record} after={event.record} />
    </section>
  );
}

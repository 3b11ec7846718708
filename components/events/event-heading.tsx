import type { ReactNode } from "react";
import type { EventRow } from "#lib/events/event-row.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { AccessMark } from "./access-mark.tsx";
import { OutcomeMark } from "./outcome-mark.tsx";

type Props = {
  event: EventRow;
  timeZone: string;
  level: "h1" | "h2";
  /** At the end of the line below it. */
  children?: ReactNode;
};

/** An event in one sentence, when it was, and how it ended. */
export function EventHeading({ event, timeZone, level: Heading, children }: Props) {
  return (
    <>
      <Heading className={`font-semibold [overflow-wrap:anywhere] ${Heading === "h1" ? "text-title" : "line-clamp-3"}`}>
        <SafeText text={event.summary} />
      </Heading>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <EventTime iso={event.eventTime} timeZone={timeZone} />
        <AccessMark access={event.access} />
        <OutcomeMark outcome={event.outcome} errorCode={event.errorCode} />
        {children}
      </div>
    </>
  );
}

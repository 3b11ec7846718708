import type { EvidenceEvent } from "#lib/findings/finding.ts";
import type { PolicyCauses as Causes } from "#lib/findings/queries/policy-causes.ts";
import type { Answer } from "#components/states/answer-of.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { eventHref } from "./event-href.ts";

/** A change of a team beside what IAM records of it, and the other way round; found by names and times. */
export function PolicyCauses({ looked, timeZone }: { looked: Answer<Causes>; timeZone: string }) {
  if ("problem" in looked) {
    return <p className="mt-1 text-small text-ink-soft">What IAM recorded of it could not be looked up this time.</p>;
  }
  const { cause, isUncaused, consequences } = looked.data;
  if (cause === null && !isUncaused && consequences.length === 0) return null;
  return (
    <section aria-label="Policies" className="mt-2 border-l-2 border-line-strong pl-3 text-small text-ink-soft">
      {cause && (
        <>
          <p>Caused by, as names and times tell:</p>
          <EventLine event={cause} timeZone={timeZone} />
        </>
      )}
      {isUncaused && <p>No change of the team is known that would have caused this.</p>}
      {consequences.length > 0 && (
        <>
          <p>What IAM recorded of it, as names and times tell:</p>
          {consequences.map((event) => (
            <EventLine key={event.eventId} event={event} timeZone={timeZone} />
          ))}
        </>
      )}
    </section>
  );
}

function EventLine({ event, timeZone }: { event: EvidenceEvent; timeZone: string }) {
  return (
    <p className="flex flex-wrap gap-x-3">
      <EventTime iso={event.eventTime} timeZone={timeZone} />
      <TextLink
        href={eventHref(event.eventId)}
        className={`underline decoration-line-strong [overflow-wrap:anywhere] ${event.outcome === "failure" ? "text-failure" : "text-ink"}`}
      >
        <SafeText text={event.summary} />
      </TextLink>
    </p>
  );
}

import type { Handover } from "#lib/principals/person-behind.ts";
import { eventHref } from "#components/events/event-href.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** The STS calls that led to a session, the last first, each with its event and who made it. */
export function HandoverLines({ handovers }: { handovers: readonly Handover[] }) {
  return (
    <ol className="text-ink-soft">
      {handovers.map(({ eventId, eventName, caller }) => (
        <li key={eventId} className="whitespace-normal [overflow-wrap:anywhere]">
          <TextLink className="underline" href={eventHref(eventId)}>
            <SafeText text={eventName} />
          </TextLink>{" "}
          by{" "}
          <TextLink className="underline" href={`/principals/${caller.principalRef}`}>
            <SafeText text={caller.principalName} />
          </TextLink>
        </li>
      ))}
    </ol>
  );
}

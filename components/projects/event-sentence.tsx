import { eventHref } from "#components/events/event-href.ts";
import { predicateOf } from "#components/events/predicate-of.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { visibleText } from "#components/text/hidden-characters.ts";
import { TextLink } from "#components/ui/text-link.tsx";

type Said = { eventId: string; summary: string; principalName: string; errorCode: string | null };

/** What happened, leading to its event; the doer is left out where they stand beside it. */
export function EventSentence({ event, isWhole = false }: { event: Said; isWhole?: boolean }) {
  return (
    <TextLink href={eventHref(event.eventId)} title={visibleText(event.summary)} className="underline">
      <SafeText text={isWhole ? event.summary : predicateOf(event)} />
    </TextLink>
  );
}

import type { ReactNode } from "react";
import { RESOURCE_KINDS } from "#lib/codestar/resource-kind.ts";
import { providerName } from "#lib/codestar/provider-name.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import type { ResourceDetail } from "#lib/resources/resource-detail.ts";
import { eventsHref, onlyValue, valueFilter, valueTerm, withTerms } from "#components/events/edit-filter.ts";
import { eventHref } from "#components/events/event-href.ts";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** What a resource is, and its beginning and end, each with the event that says so. */
export function ResourceFactList({ resource, timeZone }: { resource: ResourceDetail; timeZone: string }) {
  const { kind, provider, endpoint, watched, created, deleted, lastUsed, lookUps } = resource;
  const [lastUse] = resource.latestUses.items;
  return (
    <section>
      <SectionHeading>What it is</SectionHeading>
      <dl className="border-t border-line-strong">
        <Line label="Account">
          <TextLink href={eventsHref(valueFilter("account", resource.account))}>{resource.account}</TextLink>{" "}
          <TextLink href={eventsHref(valueFilter("region", resource.region))}>{resource.region}</TextLink>
        </Line>
        {provider !== null && (
          <Line label="Provider">
            <SafeText text={providerName(provider)} />
          </Line>
        )}
        {endpoint !== null && (
          <Line label="Endpoint" isMono>
            <SafeText text={endpoint} />
          </Line>
        )}
        {watched !== null && (
          <Line label="Watches" isMono>
            <SafeText text={watched} />
          </Line>
        )}
        <Line label="Created">
          {created ? <Told event={created} timeZone={timeZone} /> : "No record says when or by whom"}
        </Line>
        {RESOURCE_KINDS[kind].used.length > 0 && (
          <Line label="Last use">
            {lastUsed === null ? (
              "No record of a use that succeeded"
            ) : lastUse?.eventTime === lastUsed && lastUse.outcome === "success" ? (
              <Told event={lastUse} timeZone={timeZone} />
            ) : (
              <EventTime iso={lastUsed} timeZone={timeZone} />
            )}
          </Line>
        )}
        {deleted && (
          <Line label="Deleted">
            <Told event={deleted} timeZone={timeZone} />
          </Line>
        )}
        <Line label="Looked at">
          {lookUps === 0 ? "never" : <TextLink href={lookUpsHref(resource)}>{countOf(lookUps, "look-up")}</TextLink>}
        </Line>
      </dl>
    </section>
  );
}

/** Reads, but those that are use, such as obtaining a token. */
function lookUpsHref({ key, kind }: ResourceDetail): string {
  const reads = onlyValue(valueFilter("resource", key), "access", "read");
  const uses = RESOURCE_KINDS[kind].used.map((name) => ({ ...valueTerm(name), isExcluded: true }));
  return eventsHref(withTerms(reads, "action", uses));
}

function Line({ label, isMono = false, children }: { label: string; isMono?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-start gap-2 border-b border-line py-0.5">
      <dt className="w-20 shrink-0 py-1 text-ink-soft">{label}</dt>
      <dd
        className={`min-w-0 grow py-1 ${isMono ? "break-all font-mono text-small leading-5" : "[overflow-wrap:anywhere]"}`}
      >
        {children}
      </dd>
    </div>
  );
}

/** An event by its time and its sentence. */
function Told({ event, timeZone }: { event: EventRow; timeZone: string }) {
  return (
    <>
      <TextLink href={eventHref(event.eventId)} className="underline">
        <SafeText text={event.summary} />
      </TextLink>{" "}
      <EventTime iso={event.eventTime} timeZone={timeZone} />
    </>
  );
}

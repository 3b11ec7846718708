import type { Finding } from "#lib/findings/finding.ts";
import { eventHref } from "#components/events/event-href.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { PrincipalName } from "#components/principals/principal-name.tsx";
import { ProjectLink } from "#components/projects/project-link.tsx";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

const SHOWN = 3;

/** Findings, newest first: when, who and where on one side, why and by which events on the other. */
export function FindingList({ findings, timeZone }: { findings: readonly Finding[]; timeZone: string }) {
  return (
    <ol className="border-t border-line-strong">
      {findings.map((finding) => (
        <li
          key={finding.key}
          className="grid break-inside-avoid grid-cols-1 gap-x-6 gap-y-1 border-b border-line py-2 lg:grid-cols-[13rem_14rem_minmax(0,1fr)]"
        >
          <EventTime iso={finding.at} timeZone={timeZone} />
          <div className="grid min-w-0 grid-cols-1 content-start">
            {finding.principal && <PrincipalName principal={finding.principal} />}
            {finding.project && <ProjectLink project={finding.project} />}
            {[finding.subject, finding.resource].map(
              (text) => text !== null && <MiddleEllipsis key={text} text={text} tail={24} />,
            )}
          </div>
          <div className="min-w-0">
            <p className="[overflow-wrap:anywhere]">
              <SafeText text={finding.reason} />
            </p>
            <Evidence evidence={finding.evidence} timeZone={timeZone} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Evidence({
  evidence: { events, total, filter },
  timeZone,
}: {
  evidence: Finding["evidence"];
  timeZone: string;
}) {
  const shown = events.slice(0, SHOWN);
  return (
    <ul className="mt-1 grid grid-cols-1 gap-y-0.5 text-small">
      {shown.map(({ eventId, eventTime, summary, outcome }) => (
        <li key={eventId} className="flex flex-wrap gap-x-3 text-ink-soft">
          <EventTime iso={eventTime} timeZone={timeZone} />
          <TextLink
            href={eventHref(eventId)}
            className={`min-w-0 underline decoration-line-strong [overflow-wrap:anywhere] ${outcome === "failure" ? "text-failure" : "text-ink"}`}
          >
            <SafeText text={summary} />
          </TextLink>
        </li>
      ))}
      {filter !== null && total > shown.length && (
        <li>
          <TextLink href={eventsHref(filter)} className="text-brass underline decoration-line-strong">
            All {countOf(total, "event")}
          </TextLink>
        </li>
      )}
      {filter === null && total > shown.length && <More events={events.slice(SHOWN)} total={total} />}
    </ul>
  );
}

/** Events that no filter tells from others: the further ones by their ids, as far as they were read. */
function More({ events, total }: { events: Finding["evidence"]["events"]; total: number }) {
  const left = total - SHOWN - events.length;
  return (
    <li>
      <details>
        <summary className="text-brass">{formatCount(total - SHOWN)} more</summary>
        <ul>
          {events.map(({ eventId, summary }) => (
            <li key={eventId}>
              <TextLink href={eventHref(eventId)} className="underline decoration-line-strong">
                <SafeText text={summary} />
              </TextLink>
            </li>
          ))}
          {left > 0 && <li className="text-ink-soft">and {formatCount(left)} that are not listed here</li>}
        </ul>
      </details>
    </li>
  );
}

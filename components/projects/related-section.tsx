import { RELATED_REASONS } from "#lib/codestar/related-reasons.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import type { RelatedActivity, RelatedCount } from "#lib/projects/related-activity.ts";
import { AccessMark } from "#components/events/access-mark.tsx";
import { CutSection } from "#components/events/cut-section.tsx";
import { eventsHref, onlyValue, withRelated } from "#components/events/edit-filter.ts";
import { LatestEvents } from "#components/events/latest-events.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type Props = {
  activity: RelatedActivity;
  /** The project's own events. */ filter: EventFilter;
  /** The page with the switch turned round. */ switchHref: string;
  timeZone: string;
};

/** What other services did for the project: hidden until it is asked for, and no part of any other count. */
export function RelatedSection({ activity, filter, switchHref, timeZone }: Props) {
  const { events, shown } = activity;
  const related = withRelated(filter, "only");
  return (
    <section id="other-services" className="grid grid-cols-1 gap-4">
      <div>
        <SectionHeading
          more={
            events > 0 && (
              <TextLink className="print:hidden" href={`${switchHref}#other-services`} scroll={false}>
                {shown === null ? "Show them" : "Hide them"}
              </TextLink>
            )
          }
        >
          Other services{" "}
          <span className="font-normal text-ink-soft">
            {events === 0 ? "0" : <TextLink href={eventsHref(related)}>{formatCount(events)}</TextLink>}
          </span>
        </SectionHeading>
        <p className="max-w-prose border-t border-line-strong py-2 text-ink-soft">
          {events === 0
            ? "No record of another service bears this project’s marks."
            : "Records of CloudFormation, IAM, CodePipeline and others that bear this project’s marks. They are CodeStar’s doing or concern what it made, and are in none of the counts above."}{" "}
          A pipeline, repository, build project or application that is only called like the project is found among the
          event sources that EVENT_SOURCES keeps.
        </p>
      </div>
      {shown !== null && (
        <>
          <CutSection title="By action" cut={shown.counts} none="None">
            {(items) => <RelatedCounts counts={items} filter={related} />}
          </CutSection>
          <LatestEvents
            title="Latest of other services"
            events={shown.latestEvents}
            filter={related}
            timeZone={timeZone}
          />
        </>
      )}
    </section>
  );
}

function RelatedCounts({ counts, filter }: { counts: RelatedCount[]; filter: EventFilter }) {
  return (
    <ScrollRegion label="Actions of other services">
      <Table>
        <caption className="sr-only">Actions of other services by count</caption>
        <thead>
          <tr>
            <Th>Action</Th>
            <Th>Source</Th>
            <Th className="w-20">Access</Th>
            <Th className="w-18 text-right">Events</Th>
            <Th className="w-18 text-right">Failures</Th>
            <Th>Why it belongs here</Th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => {
            const one = onlyValue(onlyValue(filter, "action", count.eventName), "source", count.eventSource);
            return (
              <tr key={`${count.reason} ${count.eventSource} ${count.eventName} ${count.access}`}>
                <Td>
                  <TextLink href={eventsHref(one)}>
                    <SafeText text={count.eventName} />
                  </TextLink>
                </Td>
                <Td className="font-mono text-small">
                  <SafeText text={count.eventSource} />
                </Td>
                <Td>
                  <AccessMark access={count.access} />
                </Td>
                <Td className="text-right">{formatCount(count.events)}</Td>
                <Td className={`text-right ${count.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
                  {formatCount(count.failures)}
                </Td>
                <Td className="text-ink-soft">{RELATED_REASONS[count.reason].description}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </ScrollRegion>
  );
}

import { describeArn } from "#lib/codestar/describe-arn.ts";
import type { By, Span } from "#lib/resources/spans.ts";
import { eventHref } from "#components/events/event-href.ts";
import { visibleText } from "#components/text/hidden-characters.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Foldable } from "#components/ui/foldable.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type Props = {
  title: string;
  nameLabel: string;
  detailLabel: string;
  spans: readonly Span[];
  /** Said when only the newest events were read. */
  note: string | null;
  timeZone: string;
};

/** What a resource had and for how long, each end leading to the event that says so; nothing where there's none. */
export function SpanTable({ title, nameLabel, detailLabel, spans, note, timeZone }: Props) {
  if (spans.length === 0) return null;
  const hasUntil = spans.some(({ until }) => until !== null);
  return (
    <section className="min-w-0">
      <SectionHeading>
        {title} <span className="font-normal text-ink-soft">{spans.length}</span>
      </SectionHeading>
      {note !== null && <p className="text-small text-ink-soft">{note}</p>}
      <Foldable rows={spans.length}>
        <Table className="table-fixed">
          <caption className="sr-only">{title} over time, oldest first</caption>
          <thead>
            <tr>
              <Th>{nameLabel}</Th>
              <Th className={hasUntil ? "w-[40%] sm:w-28" : "w-[40%]"}>{detailLabel}</Th>
              <Th className="w-52 max-sm:hidden">From</Th>
              {hasUntil && <Th className="w-52 max-sm:hidden">Until</Th>}
            </tr>
          </thead>
          <tbody>
            {spans.map((span, index) => (
              // A name may come again; the order never changes.
              <tr key={index} className={span.until ? "text-ink-soft hover:bg-sunken" : "hover:bg-sunken"}>
                <Td className="max-sm:py-1">
                  <div className="truncate" title={visibleText(span.name)}>
                    <SafeText text={describeArn(span.name)} />
                  </div>
                  <div className="text-small sm:hidden">
                    <End by={span.since} none="earlier" timeZone={timeZone} />
                    {span.until && (
                      <div>
                        until <End by={span.until} none="" timeZone={timeZone} />
                      </div>
                    )}
                  </div>
                </Td>
                <Td title={visibleText(span.detail ?? "")}>{span.detail ? <SafeText text={span.detail} /> : "–"}</Td>
                <Td className="max-sm:hidden">
                  <End by={span.since} none="before the first record" timeZone={timeZone} />
                </Td>
                {hasUntil && (
                  <Td className="max-sm:hidden">
                    <End by={span.until} none="–" timeZone={timeZone} />
                  </Td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </Foldable>
    </section>
  );
}

/** When, leading to the event; by whom stands in the title. */
function End({ by, none, timeZone }: { by: By | null; none: string; timeZone: string }) {
  if (by === null) return <span className="text-ink-soft">{none}</span>;
  return (
    <TextLink href={eventHref(by.eventId)} title={`By ${visibleText(by.principalName)}`}>
      <EventTime iso={by.eventTime} timeZone={timeZone} />
    </TextLink>
  );
}

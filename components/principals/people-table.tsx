import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import { eventsHref, valueFilter } from "#components/events/edit-filter.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";
import { Seen } from "#components/time/seen.tsx";
import { Foldable } from "#components/ui/foldable.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { CertaintyMark } from "./certainty-mark.tsx";
import { HandoverLines } from "./handover-lines.tsx";
import { PersonName } from "./person-name.tsx";
import { reasonText, wouldStsTell } from "./person-text.ts";
import { RuleWords } from "./rule-words.tsx";

type Props = {
  people: PrincipalDetail["people"];
  sessionsTotal: number;
  isStsKept: boolean;
  timeZone: string;
};

/** Who was behind a principal's sessions, by which rule, how sure that is, and what would tell more. */
export function PeopleTable({ people: { items, ofSessions }, sessionsTotal, isStsKept, timeZone }: Props) {
  const isCut = ofSessions < sessionsTotal;
  return (
    <section className="min-w-0">
      <SectionHeading>
        People behind the sessions{" "}
        <span className="font-normal text-ink-soft">
          {isCut ? `of the latest ${formatCount(ofSessions)} of ${countOf(sessionsTotal, "session")}` : null}
        </span>
      </SectionHeading>
      <Foldable rows={items.length}>
        <Table className="table-fixed">
          <caption className="sr-only">People behind the sessions, the surest first</caption>
          <thead>
            <tr>
              <Th>Person</Th>
              <Th className="w-24">How sure</Th>
              <Th className="w-[42%] max-md:hidden">Known by</Th>
              <Th className="w-20 text-right max-sm:hidden">Sessions</Th>
              <Th className="w-18 text-right">Events</Th>
              <Th className="w-46 max-lg:hidden">Seen</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((group) => (
              <tr
                key={`${group.person} ${group.rule} ${group.service} ${group.lastSeen}`}
                className="align-top hover:bg-sunken [&>td]:py-1.5"
              >
                <Td className="whitespace-normal font-medium [overflow-wrap:anywhere]">
                  <PersonName found={group} />
                  <p className="font-normal text-ink-soft first-letter:uppercase md:hidden">
                    <RuleWords found={group} />
                  </p>
                </Td>
                <Td>
                  <CertaintyMark certainty={group.certainty} />
                </Td>
                <Td className="whitespace-normal max-md:hidden">
                  <span className="inline-block first-letter:uppercase">
                    <RuleWords found={group} />.
                  </span>{" "}
                  <span className="text-ink-soft">{reasonText(group)}</span>
                  <HandoverLines handovers={group.handovers} />
                </Td>
                <Td className="text-right max-sm:hidden">{formatCount(group.sessions)}</Td>
                <Td className="text-right">
                  {group.arn === null || isCut ? (
                    formatCount(group.events)
                  ) : (
                    <TextLink href={eventsHref(valueFilter("principal", group.arn))}>
                      {formatCount(group.events)}
                    </TextLink>
                  )}
                </Td>
                <Td className="max-lg:hidden">
                  <Seen first={group.firstSeen} last={group.lastSeen} timeZone={timeZone} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Foldable>
      {!isStsKept && items.some((group) => wouldStsTell(group)) && (
        <p className="mt-1 max-w-prose text-small text-ink-soft">
          The STS call that handed out a session’s key says who took the role. Such records aren’t kept here; the
          setting <code className="font-mono">EVENT_SOURCES=sts.amazonaws.com</code> keeps them.
        </p>
      )}
    </section>
  );
}

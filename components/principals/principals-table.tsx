import type { PrincipalSummary } from "#lib/principals/principal-summary.ts";
import { eventsHref, onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { PrincipalName } from "./principal-name.tsx";

/** Principals, a line each. */
export function PrincipalsTable({
  principals,
  timeZone,
}: {
  principals: readonly PrincipalSummary[];
  timeZone: string;
}) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Principals, latest activity first</caption>
      <thead>
        <tr>
          <Th>Principal</Th>
          <Th className="max-lg:hidden">ARN</Th>
          <Th className="w-52 max-xl:hidden">First seen</Th>
          <Th className="w-52 max-md:hidden">Last seen</Th>
          <Th className="w-18 text-right max-sm:hidden">Writes</Th>
          <Th className="w-18 text-right">Failures</Th>
          <Th className="w-18 text-right">Events</Th>
        </tr>
      </thead>
      <tbody>
        {principals.map((principal) => {
          const filter = valueFilter("principal", principal.key);
          return (
            <tr key={principal.id} className="hover:bg-sunken">
              <Td className="max-lg:py-1">
                <PrincipalName principal={principal} />
                {principal.arn !== null && (
                  <div className="text-ink-soft lg:hidden">
                    <MiddleEllipsis text={principal.arn} tail={18} />
                  </div>
                )}
              </Td>
              <Td className="max-lg:hidden">
                {principal.arn !== null && <MiddleEllipsis text={principal.arn} tail={24} />}
              </Td>
              <Td className="max-xl:hidden">
                <EventTime iso={principal.firstSeen} timeZone={timeZone} />
              </Td>
              <Td className="max-md:hidden">
                <EventTime iso={principal.lastSeen} timeZone={timeZone} />
              </Td>
              <Td className="text-right max-sm:hidden">
                <TextLink href={eventsHref(onlyValue(filter, "access", "write"))}>
                  {formatCount(principal.writes)}
                </TextLink>
              </Td>
              <Td className={`text-right ${principal.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
                <TextLink href={eventsHref(onlyValue(filter, "outcome", "failure"))}>
                  {formatCount(principal.failures)}
                </TextLink>
              </Td>
              <Td className="text-right">
                <TextLink href={eventsHref(filter)}>{formatCount(principal.events)}</TextLink>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

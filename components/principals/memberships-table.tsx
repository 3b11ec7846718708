import { Check, Minus } from "lucide-react";
import type { Membership } from "#lib/principals/memberships-of.ts";
import { eventHref } from "#components/events/event-href.ts";
import { projectValue } from "#components/projects/project-href.ts";
import { ProjectLink } from "#components/projects/project-link.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Foldable } from "#components/ui/foldable.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** The teams somebody is and was in, as the last change that the records have left it. */
export function MembershipsTable({ memberships, timeZone }: { memberships: Membership[]; timeZone: string }) {
  if (memberships.length === 0) return null;
  const present = memberships.filter(({ isMember }) => isMember).length;
  return (
    <section className="min-w-0">
      <SectionHeading>
        Teams{" "}
        <span className="font-normal text-ink-soft">
          in {formatCount(present)} now, was in {formatCount(memberships.length - present)}
        </span>
      </SectionHeading>
      <Foldable rows={memberships.length}>
        <Table className="table-fixed">
          <caption className="sr-only">Teams, present ones first</caption>
          <thead>
            <tr>
              <Th>Project</Th>
              <Th className="w-32 max-sm:w-50">Role</Th>
              <Th className="w-26 max-lg:hidden">Remote access</Th>
              <Th className="w-52 max-sm:hidden">Since</Th>
              <Th className="w-52 max-sm:hidden">Until</Th>
            </tr>
          </thead>
          <tbody>
            {memberships.map((membership) => (
              <tr key={`${projectValue(membership.project)} ${membership.arn}`} className="hover:bg-sunken">
                <Td>
                  <ProjectLink project={membership.project} />
                </Td>
                <Td className={membership.isMember ? undefined : "text-ink-soft"}>
                  <Mark icon={membership.isMember ? Check : Minus}>
                    <span className="sr-only">{membership.isMember ? "Is " : "Was "}</span>
                    {membership.role === null ? "unknown role" : <SafeText text={membership.role} />}
                  </Mark>
                  <div className="sm:hidden">
                    <Until membership={membership} timeZone={timeZone} />
                  </div>
                </Td>
                <Td className="max-lg:hidden">{accessText(membership.remoteAccess)}</Td>
                <Td className="max-sm:hidden">
                  {membership.since === null ? (
                    <span className="text-ink-soft" title="The records don’t show when they came">
                      unknown
                    </span>
                  ) : (
                    <EventTime iso={membership.since} timeZone={timeZone} />
                  )}
                </Td>
                <Td className="max-sm:hidden">
                  <Until membership={membership} timeZone={timeZone} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Foldable>
    </section>
  );
}

/** When it ended, or that it didn't; leads to the change that made it so. */
function Until({ membership: { until, eventId }, timeZone }: { membership: Membership; timeZone: string }) {
  return (
    <TextLink href={eventHref(eventId)} title="The change that made it so">
      {until === null ? "now" : <EventTime iso={until} timeZone={timeZone} />}
    </TextLink>
  );
}

function accessText(remoteAccess: boolean | null): string {
  return remoteAccess === null ? "not said" : remoteAccess ? "yes" : "no";
}

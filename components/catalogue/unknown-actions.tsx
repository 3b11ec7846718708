import type { ActionSeen } from "#lib/catalogue/action-seen.ts";
import type { Cut } from "#lib/events/activity.ts";
import { CutSection } from "#components/events/cut-section.tsx";
import { eventHref } from "#components/events/event-href.ts";
import { eventsHref, onlyValue } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { actionFilter } from "./catalogue-sections.ts";
import { unknownReport } from "./unknown-report.ts";

type Props = { unknown: Cut<ActionSeen>; none: string; timeZone: string };

/** What the data has and the catalogue has not, and what to do about it. */
export function UnknownActions({ unknown, none, timeZone }: Props) {
  return (
    <div>
      <CutSection title="Unknown actions" cut={unknown} none={none}>
        {(items) => <UnknownTable actions={items} timeZone={timeZone} />}
      </CutSection>
      {unknown.total > 0 && (
        <p className="mt-2 max-w-prose text-ink-soft">
          Their events are kept and counted like any other and shown by the name of the call; what they mean has to be
          added. Copy a row’s report, add the request of its example without what is secret, and send it to whoever
          looks after this installation: an action is one entry in{" "}
          <code className="font-mono text-small">lib/codestar/catalogue</code>, and stored events take its words with
          the next start.
        </p>
      )}
    </div>
  );
}

function UnknownTable({ actions, timeZone }: { actions: readonly ActionSeen[]; timeZone: string }) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Actions that the catalogue doesn’t know, latest seen first</caption>
      <thead>
        <tr>
          <Th>Action</Th>
          <Th className="max-lg:hidden">Latest event</Th>
          <Th className="w-52 max-xl:hidden">First seen</Th>
          <Th className="w-52 max-md:hidden">Last seen</Th>
          <Th className="w-18 text-right max-sm:hidden">Failures</Th>
          <Th className="w-16 text-right">Events</Th>
          <Th className="w-9">
            <span className="sr-only">Copy</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => {
          const filter = actionFilter(action.eventName, [action.eventSource]);
          return (
            <tr key={`${action.eventSource} ${action.eventName}`} className="hover:bg-sunken">
              <Td className="py-1">
                <MiddleEllipsis text={action.eventName} />
                <span className="block text-ink-soft">
                  <MiddleEllipsis text={action.eventSource} tail={14} />
                </span>
                <TextLink href={eventHref(action.lastEventId)} className="block truncate lg:hidden">
                  <SafeText text={action.lastSummary} />
                </TextLink>
              </Td>
              <Td className="max-lg:hidden">
                <TextLink href={eventHref(action.lastEventId)}>
                  <SafeText text={action.lastSummary} />
                </TextLink>
              </Td>
              <Td className="max-xl:hidden">
                <EventTime iso={action.firstSeen} timeZone={timeZone} />
              </Td>
              <Td className="max-md:hidden">
                <EventTime iso={action.lastSeen} timeZone={timeZone} />
              </Td>
              <Td className={`text-right max-sm:hidden ${action.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
                <TextLink href={eventsHref(onlyValue(filter, "outcome", "failure"))}>
                  {formatCount(action.failures)}
                </TextLink>
              </Td>
              <Td className="text-right">
                <TextLink href={eventsHref(filter)}>{formatCount(action.events)}</TextLink>
              </Td>
              <Td className="p-0">
                <CopyButton isSmall label="Copy a report of this action" text={unknownReport(action)} />
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

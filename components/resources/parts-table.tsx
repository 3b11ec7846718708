import type { ResourcePart } from "#lib/resources/resource-detail.ts";
import { eventHref } from "#components/events/event-href.ts";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { ResourceName } from "./resource-name.tsx";

/** Resources that belong together, each with the newest event that says so. */
export function PartsTable({ parts, timeZone }: { parts: readonly ResourcePart[]; timeZone: string }) {
  return (
    <Table className="table-fixed">
      <caption className="sr-only">Resources that belong to it</caption>
      <thead>
        <tr>
          <Th>Resource</Th>
          <Th className="w-30">Kind</Th>
          <Th className="w-52 max-sm:hidden">Last named together</Th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.key} className="hover:bg-sunken">
            <Td className="max-sm:py-1">
              <ResourceName resource={part} />
            </Td>
            <Td>{KIND_WORDS[part.kind].one}</Td>
            <Td className="max-sm:hidden">
              <TextLink href={eventHref(part.eventId)}>
                <EventTime iso={part.lastSeen} timeZone={timeZone} />
              </TextLink>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

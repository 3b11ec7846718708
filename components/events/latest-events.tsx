import Link from "next/link";
import type { EventRow } from "#lib/events/event-row.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { ExportButton } from "#components/export/export-button.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { EventsTable } from "./events-table.tsx";
import { eventsHref } from "./edit-filter.ts";

type Props = { title: string; events: EventRow[]; filter: EventFilter; timeZone: string };

/** The newest events of a filter, and the way to all of them. */
export function LatestEvents({ title, events, filter, timeZone }: Props) {
  return (
    <section>
      <SectionHeading
        more={
          <span className="flex gap-4">
            <ExportButton isWord filter={filter} />
            <Link className="underline-offset-2 hover:underline" href={eventsHref(filter)}>
              All of them
            </Link>
          </span>
        }
      >
        {title}
      </SectionHeading>
      {events.length === 0 ? (
        <p className="border-t border-line-strong py-2 text-ink-soft">None</p>
      ) : (
        <EventsTable events={events} filter={filter} timeZone={timeZone} caption={title} />
      )}
    </section>
  );
}

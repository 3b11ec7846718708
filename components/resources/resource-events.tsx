import Link from "next/link";
import type { Cut } from "#lib/events/activity.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { eventsHref } from "#components/events/edit-filter.ts";
import { EventsTable } from "#components/events/events-table.tsx";
import { ExportButton } from "#components/export/export-button.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";

type Props = { title: string; cut: Cut<EventRow>; /** Where all of them are. */ all: EventFilter; timeZone: string };

/** The newest events of one sort, how many there are, and the way to all of them. */
export function ResourceEvents({ title, cut: { items, total }, all, timeZone }: Props) {
  return (
    <section>
      <SectionHeading
        more={
          <span className="flex gap-4">
            {total > 0 && <ExportButton isWord filter={all} />}
            {total > items.length && (
              <Link className="underline-offset-2 hover:underline" prefetch={false} href={eventsHref(all)}>
                All {formatCount(total)}
              </Link>
            )}
          </span>
        }
      >
        {title}{" "}
        <span className="font-normal text-ink-soft">
          {items.length < total ? `newest ${formatCount(items.length)} of ${formatCount(total)}` : formatCount(total)}
        </span>
      </SectionHeading>
      {total === 0 ? (
        <p className="border-t border-line-strong py-2 text-ink-soft">None in the records</p>
      ) : (
        <EventsTable events={items} filter={all} timeZone={timeZone} caption={`${title}, newest first`} />
      )}
    </section>
  );
}

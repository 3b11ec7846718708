"use client";
import { useTable } from "@tanstack/react-table";
import type { EventFilter } from "#lib/events/filter.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { Th } from "#components/ui/table.tsx";
import { cn } from "#components/ui/cn.ts";
import { eventColumns, eventFeatures } from "./event-columns.tsx";

type Props = {
  events: EventRow[];
  /** What is shown; a value's link narrows it to that value. */
  filter: EventFilter;
  timeZone: string;
  /** Says what the table holds, to those who can't see the heading above it. */
  caption: string;
};

/**
 * Events, one line each, in the order given. Below 768 px a row is a small card of the same cells: roles keep it a
 * table where `display` no longer says so.
 */
export function EventsTable({ events, filter, timeZone, caption }: Props) {
  const table = useTable({
    features: eventFeatures,
    columns: eventColumns,
    data: events,
    getRowId: (event) => event.eventId,
    meta: { filter, timeZone },
  });
  return (
    <table role="table" className="block w-full table-fixed border-collapse text-left md:table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row">
            {group.headers.map((header) => (
              <Th
                key={header.id}
                role="columnheader"
                className={cn(
                  "md:sticky md:top-12 md:z-10 md:bg-paper print:static",
                  header.column.columnDef.meta?.head,
                )}
              >
                <table.FlexRender header={header} />
              </Th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            className="flex flex-wrap gap-x-3 border-b border-line py-2 hover:bg-sunken md:table-row md:h-8 md:py-0"
          >
            {row.getAllCells().map((cell) => (
              <td
                key={cell.id}
                role="cell"
                className={cn("max-w-full truncate md:h-8 md:pr-4 md:last:pr-0", cell.column.columnDef.meta?.cell)}
              >
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { createColumnHelper, metaHelper, tableFeatures } from "@tanstack/react-table";
import { COLUMNS, type ColumnId } from "#components/table/table-look.ts";
import type { EventRow } from "#lib/events/event-row.ts";
import { type CellContext, EventCell } from "./event-cell.tsx";

type ColumnMeta = { /** Width of the column. */ head: string; /** Place in a narrow page's card. */ cell: string };

export const eventFeatures = tableFeatures({
  columnMeta: metaHelper<ColumnMeta>(),
  tableMeta: metaHelper<CellContext>(),
});

const helper = createColumnHelper<typeof eventFeatures, EventRow>();

function column(id: ColumnId, head: string, cell: string) {
  return helper.display({
    id,
    header: COLUMNS.get(id)?.label ?? id,
    meta: { head, cell },
    cell: ({ row, table }) =>
      table.options.meta && <EventCell id={id} event={row.original} context={table.options.meta} />,
  });
}

/** The columns of a short list of events: when, who, what, on which project, how it ended, from where. */
export const eventColumns = helper.columns([
  column("eventTime", "w-51", "order-1"),
  column("principalName", "w-[14%]", "order-5"),
  column("what", "", "order-3 basis-full whitespace-normal md:whitespace-nowrap"),
  column("eventName", "w-[14%] max-2xl:hidden", "max-2xl:hidden"),
  column("onWhat", "w-[9%] min-w-28", "order-6"),
  column("access", "w-20", "order-2 ml-auto"),
  column("outcome", "w-46", "order-4"),
  column("sourceIp", "w-31 max-lg:hidden", "max-lg:hidden"),
]);

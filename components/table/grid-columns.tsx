import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  metaHelper,
  type ReactTable,
  tableFeatures,
} from "@tanstack/react-table";
import type { EventRow } from "#lib/events/event-row.ts";
import { type CellContext, EventCell } from "#components/events/event-cell.tsx";
import { COLUMNS, type ColumnId, WIDTH_LIMITS } from "./table-look.ts";

export const gridFeatures = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  tableMeta: metaHelper<CellContext>(),
});

export type GridTable = ReactTable<typeof gridFeatures, EventRow>;

/** Widths in px before somebody changes them; what isn't here is an id or a text like most. */
const WIDTHS: { readonly [Id in ColumnId]?: number } = {
  eventTime: 226,
  principalName: 160,
  what: 260,
  summary: 320,
  onWhat: 128,
  access: 76,
  outcome: 148,
  sourceIp: 124,
  region: 116,
  accountId: 116,
  projectAccount: 116,
  projectRegion: 116,
  mfa: 64,
  eventVersion: 96,
};
const OTHER_WIDTH = 180;

const helper = createColumnHelper<typeof gridFeatures, EventRow>();
const columns = new Map(
  [...COLUMNS.values()].map(({ id, label }) => [
    id,
    helper.display({
      id,
      header: label,
      size: WIDTHS[id] ?? OTHER_WIDTH,
      minSize: WIDTH_LIMITS.least,
      maxSize: WIDTH_LIMITS.most,
      cell: ({ row, table }) =>
        table.options.meta && <EventCell id={id} event={row.original} context={table.options.meta} />,
    }),
  ]),
);

/** The columns of these names, in this order. */
export function gridColumns(ids: readonly ColumnId[]) {
  return ids.flatMap((id) => columns.get(id) ?? []);
}

/** The column that takes what is left of the width: the one in words, else the last. */
export function growingColumn(ids: readonly ColumnId[]): ColumnId | undefined {
  return (["what", "summary"] as const).find((id) => ids.includes(id)) ?? ids.at(-1);
}

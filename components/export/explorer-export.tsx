"use client";
import type { EventFilter } from "#lib/events/filter.ts";
import { useShownColumns } from "#components/table/use-table-look.ts";
import { ExportButton } from "./export-button.tsx";

/** The explorer's export: also of just the columns that its table shows. */
export function ExplorerExport(props: { filter: EventFilter; asOf: number; order: "asc" | "desc" }) {
  return <ExportButton {...props} columns={useShownColumns()} />;
}

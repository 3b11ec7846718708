import { eventFilterParams, filterTimeRange, type EventFilter } from "#lib/events/filter.ts";
import { posixQuote } from "#lib/text/posix-quote.ts";

/** How a file is written: with the guard and mark that spreadsheets need, exactly as it is stored, or as records. */
export type ExportKind = "spreadsheet" | "csv" | "jsonl";

export type ExportChoice = {
  kind: ExportKind;
  /** Of the CSV, in this order; absent: all. */
  columns?: readonly string[];
  order: "desc" | "asc";
};

/** The filter with its times absolute, so that asking twice asks the same. */
export function withAbsoluteTimes(filter: EventFilter, now: Date): EventFilter {
  const { from, to } = filterTimeRange(filter, now);
  return {
    ...filter,
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  };
}

/** Where a file is had from; with `isManifest` what it holds. Defaults of the API are not written. */
export function exportAddress(
  filter: EventFilter,
  asOf: number,
  { kind, columns, order }: ExportChoice,
  isManifest = false,
): string {
  const params = eventFilterParams(filter);
  const format = kind === "jsonl" ? "jsonl" : "csv";
  if (isManifest) params.set("of", format);
  params.set("format", isManifest ? "manifest" : format);
  if (kind === "csv") params.set("safe", "0");
  if (kind === "spreadsheet") params.set("bom", "1");
  if (kind !== "jsonl" && columns) params.set("columns", columns.join(","));
  if (order === "asc") params.set("order", order);
  params.set("asOf", String(asOf));
  // A comma needs no escape in a query, and the line is one that people read.
  return `/api/events/export?${params.toString().replaceAll("%2C", ",")}`;
}

/** The command that has the same file made, for a POSIX shell. It fails when the file is cut. */
export function curlCommand(origin: string, address: string, fileName: string): string {
  return `curl --fail --globoff -o ${posixQuote(fileName)} ${posixQuote(`${origin}${address}`)}`;
}

import { createHash } from "node:crypto";
import { type EventFilter, eventFilterParams, filterTimeRange } from "#lib/events/filter.ts";
import { exportEvents, type ExportOptions } from "./export-events.ts";
import type { ExportFormat } from "./export-sql.ts";

/** What an export with the same filter and commit sends, to check a file against. */
export type ExportManifest = {
  /** Events; the CSV's header isn't one. */
  rows: number;
  /** Of the bytes that would be sent, hex. */
  sha256: string;
  bytes: number;
  asOf: number;
  /** The filter by its names in URLs, relative times resolved. */
  filter: Record<string, string[]>;
  of: ExportFormat;
  /** Of the CSV, in their order; absent where it has all. */
  columns?: string[];
};

/** Makes the export without sending it. */
export async function exportManifest(options: ExportOptions): Promise<ExportManifest> {
  const { asOf, now, parts } = await exportEvents(options);
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  for await (const part of parts) {
    hash.update(part.bytes);
    rows += part.rows;
    bytes += part.bytes.length;
  }
  return {
    rows,
    sha256: hash.digest("hex"),
    bytes,
    asOf,
    filter: filterValues(options.filter, now),
    of: options.format,
    ...(options.fields && { columns: options.fields.map((field) => field.name) }),
  };
}

function filterValues(filter: EventFilter, now: Date): Record<string, string[]> {
  const { from, to } = filterTimeRange(filter, now);
  const absolute = { ...filter, from: from?.toISOString(), to: to?.toISOString() };
  const values: Record<string, string[]> = {};
  for (const [name, value] of eventFilterParams(absolute)) (values[name] ??= []).push(value);
  return values;
}

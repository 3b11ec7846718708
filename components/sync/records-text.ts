import type { LogFile } from "#lib/sync/queries/log-file-row.ts";
import { countOf, formatCount } from "#components/text/format-count.ts";

/** A file's own sum: its records, and what became of them. */
export function recordsText(file: LogFile): string {
  const parts = [
    countOf(file.eventsInserted, "event"),
    `${formatCount(file.recordsDuplicate)} delivered again`,
    `${formatCount(file.recordsFiltered)} of other services`,
    `${formatCount(file.recordsRejected)} rejected`,
  ];
  return `${countOf(file.recordsRead, "record")} = ${parts.join(" + ")}`;
}

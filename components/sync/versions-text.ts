import type { LogFile } from "#lib/sync/queries/log-file-row.ts";
import { countOf } from "#components/text/format-count.ts";

/** That a file was replaced, and what of it is only in what it was: `Replaced once: 2 events are in an earlier version only.` */
export function versionsText(file: Pick<LogFile, "earlierVersions" | "lackingEvents">): string {
  const replaced = file.earlierVersions === 1 ? "Replaced once" : `Replaced ${countOf(file.earlierVersions, "time")}`;
  if (file.lackingEvents === 0) return `${replaced}; no event is missing from it.`;
  return `${replaced}: ${countOf(file.lackingEvents, "event")} ${file.lackingEvents === 1 ? "is" : "are"} in an earlier version only.`;
}

import type { EventDetail } from "./event-detail.ts";
import { jqString } from "./jq-string.ts";
import { shellWord } from "./shell-word.ts";

type Found = Pick<EventDetail, "trailUrl" | "logFile" | "position" | "record"> & {
  conflicts: readonly Pick<EventDetail["conflicts"][number], "trailUrl" | "key">[];
};

/**
 * The line of a POSIX shell that prints an event's record out of the log file it was found in: `aws s3 cp … | gunzip |
 * jq …`, or `cat` for a folder. The record is named by its eventID, or by its place where it has none, where the file has
 * others under it, or where jq would read another text. Null when neither is known.
 */
export function reproduceCommand(event: Found): string | null {
  const selection = selectionOf(event);
  if (selection === null) return null;
  const source = sourceOf(event.trailUrl, event.logFile);
  const unpacked = event.logFile.endsWith(".gz") ? `${source} | gunzip` : source;
  return `${unpacked} | jq ${shellWord(selection)}`;
}

function sourceOf(trailUrl: string, key: string): string {
  if (!trailUrl.startsWith("file:")) {
    const bucket = /^s3:\/\/([^/]+)/.exec(trailUrl)?.[1] ?? "";
    return `aws s3 cp ${shellWord(`s3://${bucket}/${key}`)} -`;
  }
  return `cat ${shellWord(`${decodeURIComponent(new URL(trailUrl).pathname).replace(/\/$/, "")}/${key}`)}`;
}

function selectionOf({ record, position, conflicts, trailUrl, logFile }: Found): string | null {
  const { eventID } = JSON.parse(record) as { eventID?: unknown };
  const isAlone = !conflicts.some((conflict) => conflict.key === logFile && conflict.trailUrl === trailUrl);
  const isClear = typeof eventID === "string" && eventID !== "" && eventID.isWellFormed() && !eventID.includes("\0");
  if (isClear && (isAlone || position === null)) return `.Records[] | select(.eventID == ${jqString(eventID)})`;
  return position === null ? null : `.Records[${position}]`;
}

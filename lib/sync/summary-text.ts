import { COUNTER_NAMES } from "./counters.ts";
import type { SyncSummary } from "./sync-pass.ts";
import { terminalText } from "./terminal-text.ts";

const SHOWN_FAILURES = 20;

/** The ledger of a pass as a small table, for a terminal. */
export function summaryText(summary: SyncSummary): string {
  const number = (value: number) => value.toLocaleString("en-US");
  const rows: [string, number, string][] = [
    ["files listed", summary.filesListed, ""],
    ["  ingested", summary.filesIngested, size(summary.bytesCompressed)],
    ["  unchanged", summary.filesUnchanged, ""],
    ["  skipped", summary.filesSkipped, ""],
    ["  failed", summary.filesFailed, ""],
    ["records read", summary.recordsRead, size(summary.bytesUncompressed)],
    ["  new events", summary.eventsInserted, ""],
    ["  duplicates", summary.recordsDuplicate, ""],
    ["  filtered out", summary.recordsFiltered, ""],
    ["  rejected", summary.recordsRejected, ""],
  ];
  const width = Math.max(...rows.map(([, value]) => number(value).length));
  const lines = rows.map(
    ([name, value, note]) => `${name.padEnd(16)}${number(value).padStart(width)}${note && `   ${note}`}`,
  );
  if (summary.failures.length > 0) lines.push("");
  for (const { key, reason } of summary.failures.slice(0, SHOWN_FAILURES))
    lines.push(`failed: ${terminalText(key)}`, `        ${terminalText(reason)}`);
  const more = summary.filesFailed - Math.min(summary.failures.length, SHOWN_FAILURES);
  if (more > 0) lines.push(`… and ${number(more)} more failed files: all are in the ledger, on the page /sync.`);
  lines.push("", `${STATES[summary.state]} in ${(summary.elapsedMs / 1_000).toFixed(1)} s`);
  return lines.join("\n");
}

/** What is to say of whole trails, for a terminal; empty when there is nothing. */
export function problemsText({ problems }: SyncSummary): string {
  return problems
    .map(
      ({ url, isError, sentence }) =>
        `${isError ? "Could not sync" : "Note on"} ${terminalText(url)}: ${terminalText(sentence)}`,
    )
    .join("\n");
}

/** The object that `npm run sync -- --json` prints; a trail that couldn't be synced is a failure under its address. */
export function summaryJson(summary: SyncSummary): string {
  const counters = Object.fromEntries(COUNTER_NAMES.map((name) => [name, summary[name]]));
  const trails = summary.problems.filter(({ isError }) => isError);
  const failures = [
    ...trails.map(({ url, sentence }) => ({ key: url, reason: sentence })),
    ...summary.failures.map(({ key, reason }) => ({ key, reason })),
  ];
  return JSON.stringify({ ...counters, elapsedMs: summary.elapsedMs, failures });
}

const STATES: Record<SyncSummary["state"], string> = {
  complete: "Every file is in,",
  partial: "Some of it failed, the rest is in,",
  failed: "The sync failed",
  interrupted: "The sync was stopped; the next one takes up where it did,",
};

function size(bytes: number): string {
  if (bytes === 0) return "";
  if (bytes < 1_000) return `${bytes} bytes`;
  const units = ["kB", "MB", "GB", "TB"];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1_000 ** power).toFixed(1)} ${units[power - 1]}`;
}

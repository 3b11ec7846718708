import type { EventRow } from "#lib/events/event-row.ts";
import { countLogFiles, type LedgerCounts } from "./count-log-files.ts";
import { getRun } from "./get-run.ts";
import { listLogFiles } from "./list-log-files.ts";
import type { LogFile } from "./log-file-row.ts";
import { runCommits, type RunCommits } from "./run-commits.ts";
import { runEvents } from "./run-events.ts";
import type { SyncRun } from "./run-rows.ts";

const SHOWN = 20;

export type RunDetail = RunCommits & {
  run: SyncRun;
  /** Files that no later pass has read again: what came of them stands as this pass left it. */
  files: LedgerCounts["files"];
  /** The first of those that failed, by key. */
  failed: LogFile[];
  /** The newest of those that came with it. */
  events: EventRow[];
};

/** A pass and what is left of it in the ledger; null when there was no such pass. */
export async function getRunDetail(id: number): Promise<RunDetail | null> {
  const run = await getRun(id);
  if (run === null) return null;
  const [commits, counts, failed] = await Promise.all([
    runCommits(id, { limit: SHOWN }),
    countLogFiles({ runId: id }),
    listLogFiles({ runId: id, state: "failed", limit: SHOWN }),
  ]);
  return { run, ...commits, files: counts.files, failed: failed.files, events: await runEvents(commits) };
}

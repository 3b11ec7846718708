import { env } from "#lib/env.ts";
import { pool } from "#lib/db/pool.ts";
import { closeDeadRuns } from "./close-dead-runs.ts";
import { createRun } from "./create-run.ts";
import { tryPassLock } from "./pass-lock.ts";
import { syncPass } from "./sync-pass.ts";

/**
 * Runs the pass that waits, or one for the schedule when its time has come. False when there is none or another process
 * is at it.
 */
export async function runDuePass(options: { signal: AbortSignal; log: (line: string) => void }): Promise<boolean> {
  const { signal, log } = options;
  const lock = await tryPassLock();
  if (!lock) return false;
  try {
    await closeDeadRuns(pool());
    // Runs of a queue list nothing: they put nothing off.
    const { rows } = await pool().query<{ id: number | null; isDue: boolean }>(
      `SELECT (SELECT id FROM sync_run WHERE state = 'waiting' AND cause <> 'queue') AS id,
         coalesce((SELECT state = 'interrupted' OR finished_at <= now() - make_interval(secs => $1)
                   FROM sync_run WHERE finished_at IS NOT NULL AND cause <> 'queue' ORDER BY id DESC LIMIT 1), true) AS "isDue"`,
      [env().syncIntervalMinutes * 60 - 1],
    );
    const waiting = rows[0]?.id ?? null;
    if (waiting === null && rows[0]?.isDue !== true) return false;
    const runId = waiting ?? (await createRun(pool(), "schedule", { from: null, to: null, isFull: false })).id;
    log(`Pass ${runId} begins.`);
    const summary = await syncPass({ runId, lock, signal });
    log(
      `Pass ${runId} is ${summary.state}: ${summary.filesListed} files listed, ${summary.filesIngested} ingested, ` +
        `${summary.filesFailed} failed, ${summary.eventsInserted} new events, ${(summary.elapsedMs / 1_000).toFixed(1)} s.`,
    );
    for (const { url, sentence } of summary.problems) log(`${url}: ${sentence}`);
    return true;
  } finally {
    await lock.release();
  }
}

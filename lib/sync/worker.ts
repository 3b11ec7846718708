import { once } from "node:events";
import { env } from "#lib/env.ts";
import { pool } from "#lib/db/pool.ts";
import { newBoss, SYNC_QUEUE } from "./boss.ts";
import { closeDeadRuns } from "./close-dead-runs.ts";
import { createRun } from "./create-run.ts";
import { deriveAgain, isDerivationDue } from "./derive-again.ts";
import { ensureTrails } from "./ensure-trails.ts";
import { tryPassLock, waitForPassLock } from "./pass-lock.ts";
import { requestRun } from "./request-run.ts";
import { syncPass } from "./sync-pass.ts";

const POLL_SECONDS = 1;
const STOP_LIMIT_MS = 10_000;
const ANYTHING = { from: null, to: null, isFull: false };

/**
 * A worker until the signal: derives again what an older version derived, runs a pass, then one `SYNC_INTERVAL_MINUTES`
 * after the end of the last, and at once when one is asked for. Any number of workers share the work.
 * pg-boss wakes them; what is due is decided under the pass lock, so a job too many does nothing.
 */
export async function runWorker(options: { signal: AbortSignal; log: (line: string) => void }): Promise<void> {
  const { signal, log } = options;
  await ensureTrails(env().trailUrls);
  await deriveAtStart(options);
  if (signal.aborted) return;

  const boss = await newBoss({ max: 4, instanceName: "worker" });
  boss.on("error", (error) => log(`The job queue has a problem: ${error.message}`));
  try {
    // The sure way to wake up, whatever becomes of the jobs that come at the right moment.
    await boss.schedule(SYNC_QUEUE, "* * * * *", null, { key: "minute", singletonKey: "minute" });
    await boss.work(SYNC_QUEUE, { pollingIntervalSeconds: POLL_SECONDS }, async () => {
      try {
        const isRun = await runDuePass(options);
        if (isRun && !signal.aborted) await wakeAfterPause(boss);
      } catch (error) {
        log(`The sync failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
    await requestRun("start", ANYTHING, boss);
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await boss.stop({ graceful: true, timeout: STOP_LIMIT_MS });
  }
}

async function wakeAfterPause(boss: Awaited<ReturnType<typeof newBoss>>): Promise<void> {
  const startAfter = new Date(Date.now() + env().syncIntervalMinutes * 60_000);
  await boss.upsert(SYNC_QUEUE, null, { singletonKey: "pause", startAfter });
}

/** Runs the pass that waits, or one for the schedule when its time has come. False when another process is at it. */
async function runDuePass({ signal, log }: { signal: AbortSignal; log: (line: string) => void }): Promise<boolean> {
  const lock = await tryPassLock();
  if (!lock) return false;
  try {
    await closeDeadRuns(pool());
    const { rows } = await pool().query<{ id: number | null; isDue: boolean }>(
      `SELECT (SELECT id FROM sync_run WHERE state = 'waiting') AS id,
         coalesce((SELECT state = 'interrupted' OR finished_at <= now() - make_interval(secs => $1)
                   FROM sync_run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1), true) AS "isDue"`,
      [env().syncIntervalMinutes * 60 - 1],
    );
    const waiting = rows[0]?.id ?? null;
    if (waiting === null && rows[0]?.isDue !== true) return false;
    const runId = waiting ?? (await createRun(pool(), "schedule", ANYTHING)).id;
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

async function deriveAtStart({ signal, log }: { signal: AbortSignal; log: (line: string) => void }): Promise<void> {
  if (!(await isDerivationDue())) return;
  const lock = await waitForPassLock({ signal });
  if (!lock) return;
  try {
    const count = await deriveAgain({ signal: AbortSignal.any([signal, lock.lost]) });
    if (count > 0) log(`${count} events derived again.`);
  } finally {
    await lock.release();
  }
}

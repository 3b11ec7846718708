import { once } from "node:events";
import { env } from "#lib/env.ts";
import { newBoss, SYNC_QUEUE } from "./boss.ts";
import { deriveAgain, isDerivationDue } from "./derive-again.ts";
import { ensureTrails } from "./ensure-trails.ts";
import { listenToQueue } from "./listen-to-queue.ts";
import { forgetOtherQueues } from "./note-queue.ts";
import { waitForPassLock } from "./pass-lock.ts";
import { requestRun } from "./request-run.ts";
import { runDuePass } from "./run-due-pass.ts";

const POLL_SECONDS = 1;
const STOP_LIMIT_MS = 10_000;
const ANYTHING = { from: null, to: null, isFull: false };

/**
 * A worker until the signal: derives again what an older version derived, runs a pass, then one `SYNC_INTERVAL_MINUTES`
 * after the end of the last, and at once when one is asked for; between them, what the queues of `QUEUE_URL` tell of.
 * Any number of workers share the work.
 * pg-boss wakes them; what is due is decided under the pass lock, so a job too many does nothing.
 */
export async function runWorker(options: { signal: AbortSignal; log: (line: string) => void }): Promise<void> {
  const { signal, log } = options;
  const { trailUrls, eventSources, queueUrls } = env();
  await ensureTrails(trailUrls);
  await forgetOtherQueues(queueUrls);
  await deriveAtStart(options);
  if (signal.aborted) return;

  const boss = await newBoss({ max: 4, instanceName: "worker" });
  boss.on("error", (error) => log(`The job queue has a problem: ${error.message}`));
  const runDue = async () => {
    try {
      const isRun = await runDuePass(options);
      if (isRun && !signal.aborted) await wakeAfterPause(boss);
    } catch (error) {
      log(`The sync failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let listening: Promise<void>[] = [];
  try {
    // The sure way to wake up, whatever becomes of the jobs that come at the right moment.
    await boss.schedule(SYNC_QUEUE, "* * * * *", null, { key: "minute", singletonKey: "minute" });
    await boss.work(SYNC_QUEUE, { pollingIntervalSeconds: POLL_SECONDS }, runDue);
    await requestRun("start", ANYTHING, boss);
    const settings = { trailUrls, eventSources };
    listening = queueUrls.map((queueUrl) => listenToQueue({ queueUrl, settings, signal, log, afterPass: runDue }));
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await Promise.all([...listening, boss.stop({ graceful: true, timeout: STOP_LIMIT_MS })]);
  }
}

async function wakeAfterPause(boss: Awaited<ReturnType<typeof newBoss>>): Promise<void> {
  const startAfter = new Date(Date.now() + env().syncIntervalMinutes * 60_000);
  await boss.upsert(SYNC_QUEUE, null, { singletonKey: "pause", startAfter });
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

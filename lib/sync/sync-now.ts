import { pool } from "#lib/db/pool.ts";
import { closeDeadRuns } from "./close-dead-runs.ts";
import { createRun, type RunCause } from "./create-run.ts";
import { waitForPassLock } from "./pass-lock.ts";
import type { PassOptions } from "./plan-pass.ts";
import { syncPass, type SyncPassOptions, type SyncSummary } from "./sync-pass.ts";

/**
 * One pass in this process, as soon as no other is on. A pass that somebody has asked for and that waits for a worker is
 * done first; when nothing more was asked for here, that one will do. Null when the signal came before it began.
 */
export async function syncNow(
  options: Pick<SyncPassOptions, "onProgress" | "settings"> & {
    cause: Exclude<RunCause, "queue">;
    asked: PassOptions;
    signal: AbortSignal;
    /** Another pass is on; its id, if it is known. */
    onWait?: (runId: number | null) => void;
  },
): Promise<SyncSummary | null> {
  const { cause, asked, signal, onProgress, settings } = options;
  const lock = await waitForPassLock({
    signal,
    onWait: () => {
      const found = pool().query<{ id: number }>("SELECT id FROM sync_run WHERE state = 'running' ORDER BY id DESC");
      found.then(({ rows }) => options.onWait?.(rows[0]?.id ?? null)).catch(() => options.onWait?.(null));
    },
  });
  if (!lock) return null;
  try {
    await closeDeadRuns(pool());
    for (;;) {
      const run = await createRun(pool(), cause, asked);
      const summary = await syncPass({ runId: run.id, lock, signal, onProgress, settings });
      const isPlain = asked.from === null && asked.to === null && !asked.isFull;
      if (run.isNew || isPlain || summary.state === "interrupted") return summary;
    }
  } finally {
    await lock.release();
  }
}

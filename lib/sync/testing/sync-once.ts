import { pool } from "#lib/db/pool.ts";
import { createRun } from "../create-run.ts";
import type { PassOptions } from "../plan-pass.ts";
import { syncPass, type SyncPassOptions, type SyncSummary } from "../sync-pass.ts";

/** One pass over these trails, from the request to the summary. */
export async function syncOnce(
  trailUrls: string[],
  options: { eventSources?: string; asked?: Partial<PassOptions> } & Partial<SyncPassOptions> = {},
): Promise<SyncSummary> {
  const { eventSources = "", asked, ...pass } = options;
  const run = await createRun(pool(), "command", { from: null, to: null, isFull: false, ...asked });
  return syncPass({ runId: run.id, settings: { trailUrls, eventSources }, ...pass });
}

import type { RunCause } from "#lib/sync/create-run.ts";
import type { PassOptions } from "#lib/sync/plan-pass.ts";
import { syncNow } from "#lib/sync/sync-now.ts";
import type { SyncPassOptions, SyncSummary } from "#lib/sync/sync-pass.ts";

/** One pass over these trails, from the request to the summary. */
export async function syncOnce(
  trailUrls: string[],
  options: { eventSources?: string; asked?: Partial<PassOptions>; cause?: Exclude<RunCause, "queue"> } & Pick<
    SyncPassOptions,
    "signal" | "onProgress"
  > = {},
): Promise<SyncSummary> {
  const summary = await syncNow({
    cause: options.cause ?? "command",
    asked: { from: null, to: null, isFull: false, ...options.asked },
    settings: { trailUrls, eventSources: options.eventSources ?? "" },
    signal: options.signal ?? new AbortController().signal,
    onProgress: options.onProgress,
  });
  if (!summary) throw new Error("The signal came before the pass began.");
  return summary;
}

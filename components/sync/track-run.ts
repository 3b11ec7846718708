import type { SyncRun, SyncRunTrail } from "#lib/sync/queries/run-rows.ts";
import { filesRead, type ProgressSample, withSample } from "#lib/progress/pass-rates.ts";

/** A pass as it was last seen, and how far it was of each trail in the seconds before, by the trail's number. */
export type TrackedRun = { run: SyncRun; samples: ReadonlyMap<number, readonly ProgressSample[]> };

/** Takes in what the server says of a pass now. */
export function trackRun(run: SyncRun, before?: TrackedRun): TrackedRun {
  const isSame = before?.run.id === run.id;
  const samples = new Map<number, readonly ProgressSample[]>();
  for (const trail of run.trails)
    samples.set(trail.trailId, withSample((isSame && before.samples.get(trail.trailId)) || [], sampleOf(trail)));
  return { run, samples };
}

/** Whether a pass is on, or will be. */
export function isActive({ state }: Pick<SyncRun, "state">): boolean {
  return state === "running" || state === "waiting";
}

/** By the server's clock: however long an answer took, its numbers are of one moment. */
function sampleOf(trail: SyncRunTrail): ProgressSample {
  return {
    atMs: trail.elapsedMs,
    files: filesRead(trail),
    bytes: trail.bytesCompressed,
    events: trail.eventsInserted,
  };
}

import type { SyncRun } from "#lib/sync/queries/run-rows.ts";

type Run = Pick<SyncRun, "error"> & { trails: readonly Pick<SyncRun["trails"][number], "url" | "error">[] };

/** What went wrong in a pass, a sentence each; a trail's names the trail. */
export function runProblems({ error, trails }: Run): string[] {
  const ofTrails = trails.flatMap((trail) => {
    if (trail.error === null) return [];
    return [trail.error.includes(trail.url) ? trail.error : `${trail.url}: ${trail.error}`];
  });
  return error === null ? ofTrails : [error, ...ofTrails];
}

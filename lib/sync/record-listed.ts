import { pool } from "#lib/db/pool.ts";

/** Writes down that a pass has listed all of a trail that it looks at: no more files come. */
export async function recordListed({ runId, trailId }: { runId: number; trailId: number }): Promise<void> {
  await pool().query("UPDATE sync_run_trail SET listed_at = now() WHERE sync_run_id = $1 AND trail_id = $2", [
    runId,
    trailId,
  ]);
}

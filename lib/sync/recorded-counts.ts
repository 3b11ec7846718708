import { pool } from "#lib/db/pool.ts";
import { columnOf, COUNTER_NAMES, type Counters } from "./counters.ts";

/** What a run has committed so far, over all its trails: the ledger's word, where a pass didn't come to its end. */
export async function recordedCounts(runId: number): Promise<Counters> {
  const sums = COUNTER_NAMES.map((name) => `coalesce(sum(${columnOf(name)}), 0)::bigint AS "${name}"`);
  const { rows } = await pool().query<Counters>(
    `SELECT ${sums.join(", ")} FROM sync_run_trail WHERE sync_run_id = $1`,
    [runId],
  );
  if (!rows[0]) throw new Error(`The counts of pass ${runId} could not be read.`);
  return rows[0];
}

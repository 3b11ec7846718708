import { pool } from "#lib/db/pool.ts";

/**
 * Lets the next pass read failed files again although they haven't changed: one by its id, or all of them.
 * Returns how many.
 */
export async function retryLogFile(id: number | "all"): Promise<number> {
  const { rowCount } = await pool().query(
    "UPDATE log_file SET is_due = true WHERE state = 'failed' AND NOT is_due AND ($1::bigint IS NULL OR id = $1)",
    [id === "all" ? null : id],
  );
  return rowCount ?? 0;
}

import { pool } from "#lib/db/pool.ts";

/** The rows of a statement, for tests outside of lib, which don't know the pool. */
export async function queryRows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const { rows } = await pool().query<Record<string, unknown>>(text, values);
  return rows;
}

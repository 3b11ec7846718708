import type { PoolClient } from "pg";
import { pool } from "./pool.ts";

/** Does the work in one transaction on a connection of the pool's; when anything fails, nothing of it has happened. */
export async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // Closing takes everything back; nobody else gets a connection of which nothing certain is known.
    client.release(true);
    throw error;
  }
}

import type { ClientBase } from "pg";

/**
 * Marks runs that are `running` as interrupted. Only for who holds the pass lock: nobody runs them then.
 */
export async function closeDeadRuns(client: Pick<ClientBase, "query">): Promise<void> {
  await client.query(
    `WITH dead AS (
       UPDATE sync_run SET state = 'interrupted', finished_at = coalesce(heartbeat_at, started_at, now()),
         error = 'The process that ran it ended; the next pass takes up where it stopped.'
       WHERE state = 'running' RETURNING id
     )
     UPDATE sync_run_trail t SET state = 'interrupted' FROM dead WHERE t.sync_run_id = dead.id AND t.state = 'running'`,
  );
}

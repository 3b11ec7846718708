import type { ClientBase } from "pg";
import type { PassOptions } from "./plan-pass.ts";

/** Why a pass runs. */
export type RunCause = "start" | "schedule" | "request" | "command" | "queue";

/**
 * Records a run that waits to be done, or gives the one that waits or runs already: there is at most one, those of a
 * queue aside, which look at single files.
 */
export async function createRun(
  client: Pick<ClientBase, "query">,
  cause: Exclude<RunCause, "queue">,
  asked: PassOptions,
): Promise<{ id: number; isNew: boolean }> {
  for (;;) {
    const created = await client.query<{ id: number }>(
      `INSERT INTO sync_run (cause, from_date, to_date, is_full) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING id`,
      [cause, asked.from, asked.to, asked.isFull],
    );
    if (created.rows[0]) return { id: created.rows[0].id, isNew: true };
    const active = await client.query<{ id: number }>(
      "SELECT id FROM sync_run WHERE state IN ('waiting', 'running') AND cause <> 'queue'",
    );
    if (active.rows[0]) return { id: active.rows[0].id, isNew: false };
  }
}

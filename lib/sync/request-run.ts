import type { PgBoss } from "pg-boss";
import { inTransaction } from "#lib/db/in-transaction.ts";
import { SYNC_QUEUE, sendingBoss } from "./boss.ts";
import { closeDeadRuns } from "./close-dead-runs.ts";
import { createRun, type RunCause } from "./create-run.ts";
import { PASS_LOCK } from "./pass-lock.ts";
import type { PassOptions } from "./plan-pass.ts";

/**
 * Asks for a pass over all trails: its run is recorded as `waiting` and a worker woken, both or neither. While a pass is
 * on or waits, that one's id comes back with `isNew` false; one whose process has died doesn't count.
 */
export async function requestRun(
  cause: Exclude<RunCause, "queue">,
  asked: PassOptions = { from: null, to: null, isFull: false },
  sender?: PgBoss,
): Promise<{ id: number; isNew: boolean }> {
  const boss = sender ?? (await sendingBoss());
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS got", [PASS_LOCK]);
    if (rows[0]?.got === true) await closeDeadRuns(client);
    const run = await createRun(client, cause, asked);
    if (run.isNew) {
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      await boss.send(SYNC_QUEUE, null, { db, singletonKey: "request" });
    }
    return run;
  });
}

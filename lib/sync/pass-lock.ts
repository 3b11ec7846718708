import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#lib/db/pool.ts";

/** Whoever holds it runs the one pass (or derivation) that may be on. */
export const PASS_LOCK = 7_391_401;
const RETRY_MS = 500;

/** The right to run a pass. `lost` aborts when the connection that holds it breaks: somebody else may run then. */
export type PassLock = { lost: AbortSignal; release: () => Promise<void> };

/** Takes the lock if nobody holds it. It is a session's, so that it goes when its process dies. */
export async function tryPassLock(): Promise<PassLock | null> {
  const client = await pool().connect();
  const lost = new AbortController();
  const lose = () => lost.abort(new Error("The connection to the database broke."));
  client.on("error", lose);
  client.on("end", lose);
  try {
    // A machine that vanishes frees the lock within a minute.
    await client.query("SET tcp_keepalives_idle = 20; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3");
    const { rows } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [PASS_LOCK]);
    if (rows[0]?.got !== true) {
      client.release(true);
      return null;
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  return {
    lost: lost.signal,
    release: async () => {
      client.off("end", lose);
      // The answer says that the lock is free; a broken connection has freed it.
      await client.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
      client.release(true);
    },
  };
}

/** Waits until the lock is free and takes it; null when the signal says to stop waiting. */
export async function waitForPassLock(options: { signal: AbortSignal; onWait?: () => void }): Promise<PassLock | null> {
  for (let isFirst = true; !options.signal.aborted; isFirst = false) {
    const lock = await tryPassLock();
    if (lock) return lock;
    if (isFirst) options.onWait?.();
    await sleep(RETRY_MS, undefined, { signal: options.signal }).catch(() => undefined);
  }
  return null;
}

import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { env } from "#lib/env.ts";
import { pool } from "#lib/db/pool.ts";

/** Whoever holds it runs the one pass (or derivation) that may be on. */
export const PASS_LOCK = 7_391_401;
const RETRY_MS = 500;

/** The right to run a pass. `lost` aborts when the connection that holds it breaks: somebody else may run then. */
export type PassLock = { lost: AbortSignal; release(): Promise<void> };

/** Takes the lock if nobody holds it. It is a session's, so that it goes when its process dies. */
export async function tryPassLock(): Promise<PassLock | null> {
  const client = new pg.Client({
    connectionString: env().databaseUrl,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: "astrolabe pass lock",
  });
  const lost = new AbortController();
  const lose = () => lost.abort(new Error("The connection to the database broke."));
  client.on("error", lose);
  client.on("end", lose);
  await client.connect();
  try {
    const { rows } = await client.query<{ got: boolean }>("SELECT pg_try_advisory_lock($1) AS got", [PASS_LOCK]);
    if (rows[0]?.got !== true) {
      await client.end();
      return null;
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    lost: lost.signal,
    release: async () => {
      client.off("end", lose);
      await client.end().catch(() => undefined);
    },
  };
}

/** Waits until the lock is free and takes it; null when the signal says to stop waiting. */
export async function waitForPassLock(options: { signal: AbortSignal; onWait?(): void }): Promise<PassLock | null> {
  for (let isFirst = true; !options.signal.aborted; isFirst = false) {
    const lock = await tryPassLock();
    if (lock) return lock;
    if (isFirst) options.onWait?.();
    await sleep(RETRY_MS, undefined, { signal: options.signal }).catch(() => undefined);
  }
  return null;
}

/** Whether a pass is on anywhere. */
export async function isPassLockHeld(client: Pick<pg.Pool, "query"> = pool()): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = $1 AND objsubid = 1
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [PASS_LOCK],
  );
  return rowCount !== 0;
}

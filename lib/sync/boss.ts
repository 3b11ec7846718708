import { PgBoss } from "pg-boss";
import { env } from "#lib/env.ts";

/** The queue whose jobs wake a worker. A job carries nothing: which pass is due is in `sync_run`. */
export const SYNC_QUEUE = "sync";

const holder = globalThis as { astrolabeBoss?: Promise<PgBoss> };

/** pg-boss for sending jobs: it only writes, and looks after nothing. */
export function sendingBoss(): Promise<PgBoss> {
  return (holder.astrolabeBoss ??= newBoss({
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  }).catch((error: unknown) => {
    holder.astrolabeBoss = undefined;
    throw error;
  }));
}

/** Ends the connections of `sendingBoss()`. */
export async function closeSendingBoss(): Promise<void> {
  const current = holder.astrolabeBoss;
  holder.astrolabeBoss = undefined;
  await (await current?.catch(() => undefined))?.stop({ graceful: false });
}

/** A started pg-boss in its own schema `pgboss`, which it makes and migrates itself, with the sync's queue. */
export async function newBoss(options: ConstructorParameters<typeof PgBoss>[0] & object): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    application_name: "astrolabe-jobs",
    openTelemetry: { enabled: false },
    ...options,
  });
  boss.on("error", () => undefined);
  await boss.start();
  // One job may wait for each reason to wake; a worker that dies gives its job back within a minute or two.
  await boss.createQueue(SYNC_QUEUE, {
    policy: "short",
    retryLimit: 1,
    heartbeatSeconds: 60,
    expireInSeconds: 86_400,
    deleteAfterSeconds: 3_600,
  });
  return boss;
}

import { closePool } from "#lib/db/pool.ts";
import { deriveAgain } from "#lib/sync/derive-again.ts";
import { waitForPassLock } from "#lib/sync/pass-lock.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());

try {
  const lock = await waitForPassLock({
    signal: stop.signal,
    onWait: () => console.error("Waiting for a pass to end …"),
  });
  if (lock) {
    const startedAt = Date.now();
    try {
      const count = await deriveAgain({
        signal: AbortSignal.any([stop.signal, lock.lost]),
        onProgress: (done) => console.error(`${done.toLocaleString("en-US")} events derived again …`),
      });
      const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
      const many = `${count.toLocaleString("en-US")} events derived again in ${seconds} s.`;
      console.log(count === 0 ? "Every event is derived by this version." : many);
    } finally {
      await lock.release();
    }
  }
  if (stop.signal.aborted) {
    console.error("Stopped; the next run takes up from here.");
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
await closePool();

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { yardstick } from "./yardstick.ts";

// What no reader of log files can do without: each file read, unpacked and hashed, on as many threads as the sync has.

await yardstick(z.object({ files: z.array(z.string()) }), async ({ files }) => {
  const next = new SharedArrayBuffer(4);
  const started = performance.now();
  const bytes = await Promise.all(Array.from({ length: availableParallelism() }, () => unpackSome(files, next)));
  const elapsedMs = performance.now() - started;
  return { elapsedMs, count: files.length, bytes: bytes.reduce((sum, some) => sum + some, 0) };
});

function unpackSome(files: string[], next: SharedArrayBuffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./gunzip-thread.ts", import.meta.url), { workerData: { files, next } });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

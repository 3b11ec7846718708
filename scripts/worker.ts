import { closePool } from "#lib/db/pool.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import { closeSqsClients } from "#lib/sqs/client.ts";
import { terminalText } from "#lib/sync/terminal-text.ts";
import { runWorker } from "#lib/sync/worker.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stop.abort());

try {
  await runWorker({
    signal: stop.signal,
    log: (line) => console.log(`${new Date().toISOString()} ${terminalText(line)}`),
  });
} catch (error) {
  console.error(terminalText(error instanceof Error ? error.message : String(error)));
  process.exitCode = 1;
}
await closePool();
await closeS3Client();
await closeSqsClients();

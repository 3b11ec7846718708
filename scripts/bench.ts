import { constants } from "node:os";
import { benchIngest } from "#bench/ingest/bench-ingest.ts";
import { StopRequested, stopRequest } from "./services/stop-request.ts";
import { printFailure, Refusal } from "./steps/refusal.mjs";
import { printStepsTo } from "./steps/step.mjs";

// `npm run bench -- ingest [--only large,tiny,…] [--runs 3] [--scale 0.1] [--s3 radosgw] [--save]`: see docs/performance.md.

const BENCHES: Record<string, (words: string[], signal: AbortSignal) => Promise<void>> = { ingest: benchIngest };

printStepsTo(process.stderr);
const signal = stopRequest(() => undefined);
try {
  const [name = "", ...words] = process.argv.slice(2);
  const bench = BENCHES[name];
  if (!bench) {
    const known = Object.keys(BENCHES).join(", ");
    throw new Refusal(`There is no bench “${name}”: give one of ${known}, as in npm run bench -- ingest.`);
  }
  await bench(words, signal);
} catch (error) {
  if (error instanceof StopRequested) process.exitCode = 128 + constants.signals[error.signal];
  else {
    printFailure(error);
    process.exitCode = 1;
  }
}

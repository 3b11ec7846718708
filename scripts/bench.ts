import { constants } from "node:os";
import { benchIngest } from "#bench/ingest/bench-ingest.ts";
import { benchExport } from "#bench/export/bench-export.ts";
import { benchQuery } from "#bench/query/bench-query.ts";
import { StopRequested, stopRequest } from "./services/stop-request.ts";
import { printFailure, Refusal } from "./steps/refusal.mjs";
import { printStepsTo } from "./steps/step.mjs";

// `npm run bench -- ingest [--only large,tiny,…] [--runs 3] [--scale 0.1] [--s3 radosgw] [--save]`, `-- query` and
// `-- export`: see docs/performance.md.

const BENCHES: Record<string, (words: string[], signal: AbortSignal) => Promise<void>> = {
  ingest: benchIngest,
  query: benchQuery,
  export: benchExport,
};

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

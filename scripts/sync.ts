import { parseArgs } from "node:util";
import { EnvError } from "#lib/env.ts";
import { closePool } from "#lib/db/pool.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import type { PassOptions } from "#lib/sync/plan-pass.ts";
import { problemsText, summaryJson, summaryText } from "#lib/sync/summary-text.ts";
import { syncNow } from "#lib/sync/sync-now.ts";
import { terminalText } from "#lib/sync/terminal-text.ts";
import { syncBar } from "./sync-bar.ts";

const USAGE = `npm run sync -- [--from DATE] [--to DATE] [--full] [--json]

  --from DATE, --to DATE   only log files delivered on these days (UTC, both included), as 2024-05-31
  --full                   list everything, not only what a pass at this time would look at
  --json                   print the result as one JSON object on the last line
  --progress               draw the progress bar where there is no terminal, too

Exit code: 0 every file is in, 2 some files or trails failed and the rest is in, 1 it could not run: no trail could be
synced, or it was stopped.`;

class UsageError extends Error {
  override name = "UsageError";
}

process.exitCode = await main().catch((error: unknown) => {
  const said = error instanceof Error ? error.message || error.name : String(error);
  console.error(terminalText(said));
  if (error instanceof UsageError) console.error(`\n${USAGE}`);
  else if (!(error instanceof EnvError) && process.env.DEBUG) console.error(error);
  return 1;
});
await closePool();
await closeS3Client();

async function main(): Promise<number> {
  const { asked, isJson, isHelp, hasProgress } = readArguments();
  if (isHelp) {
    console.log(USAGE);
    return 0;
  }
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      console.error("\nStopping …");
      stop.abort();
    });
  }
  const bar = syncBar(hasProgress);
  const summary = await syncNow({
    cause: "command",
    asked,
    signal: stop.signal,
    onWait: (id) => console.error(id === null ? "Waiting for another pass …" : `Waiting for pass ${id} …`),
    onProgress: bar.update,
  }).finally(bar.stop);
  if (!summary) return 1;
  if (isJson) console.error(summaryText(summary));
  if (summary.problems.length > 0) console.error(problemsText(summary));
  console.log(isJson ? summaryJson(summary) : summaryText(summary));
  return { complete: 0, partial: 2, failed: 1, interrupted: 1 }[summary.state];
}

function readArguments(): { asked: PassOptions; isJson: boolean; isHelp: boolean; hasProgress: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        from: { type: "string" },
        to: { type: "string" },
        full: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        progress: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const asked = { from: day("--from", values.from), to: day("--to", values.to), isFull: values.full };
    if (asked.from !== null && asked.to !== null && asked.from > asked.to)
      throw new UsageError("--from is after --to.");
    if (asked.isFull && (asked.from !== null || asked.to !== null)) {
      throw new UsageError("--full lists every day: give it without --from and --to.");
    }
    return { asked, isJson: values.json, isHelp: values.help, hasProgress: values.progress };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

function day(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const time = /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text.slice(0, 8))) {
    throw new UsageError(`${name} takes a day such as 2024-05-31, not “${terminalText(text)}”.`);
  }
  return time.toISOString().slice(0, 10);
}

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import type { Provided } from "./services/provided.ts";
import { provideServices } from "./services/provide-services.ts";
import { StopRequested, stopRequest } from "./services/stop-request.ts";
import { compileScanner } from "./steps/compile-scanner.ts";
import { generateClient } from "./steps/generate-client.ts";
import { loadEnvFile } from "./steps/load-env-file.ts";
import { printFailure, Refusal } from "./steps/refusal.mjs";
import { printStepsTo } from "./steps/step.mjs";

// Under Node 24 by run.mjs: `run.ts [--bare] NAME …` runs scripts/NAME.ts among the services it needs.

const [first = "", ...others] = process.argv.slice(2);
const isBare = first === "--bare";
const [name = "", ...rest] = isBare ? others : [first, ...others];
const parts: Provided[] = [];
let killScript = (): void => undefined;
const signal = stopRequest(() => {
  killScript();
  for (const part of parts) part.kill();
});

// The script's own output may be data.
printStepsTo(process.stderr);
try {
  process.exitCode = await main();
} catch (error) {
  printFailure(error);
  process.exitCode = error instanceof StopRequested ? 130 : 1;
}
for (const part of parts.toReversed()) await part.release();
process.disconnect?.();

async function main(): Promise<number> {
  const script = path.resolve("scripts", `${name}.ts`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(script)) throw new Refusal(`There is no scripts/${name}.ts to run.`);
  if (isBare) {
    await generateClient();
    await compileScanner();
  } else {
    loadEnvFile();
    await provideServices({ command: `npm run ${name}`, mustOwn: false }, signal, (part) => parts.push(part));
  }
  signal.throwIfAborted();
  return runScript([script, ...rest]);
}

/** Asked to stop, the script ends as it sees fit, and then the services do. */
function runScript(command: string[]): Promise<number> {
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  signal.addEventListener("abort", () => child.kill((signal.reason as StopRequested).signal));
  killScript = () => void child.kill("SIGKILL");
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, ended) => resolve(code ?? 128 + (ended ? constants.signals[ended] : 0)));
  });
}

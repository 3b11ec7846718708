import path from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./steps/install-dependencies.mjs";
import { printFailure } from "./steps/refusal.mjs";
import { requireNode20 } from "./steps/require-node-20.mjs";
import { runInNode24 } from "./steps/run-in-node-24.mjs";

// `npm start` on the machine's own Node, before anything is installed.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

try {
  requireNode20();
  await installDependencies(root);
  process.exitCode = await runInNode24(root, ["scripts/start.ts", ...process.argv.slice(2)]);
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

import { runTool } from "./run-tool.ts";

// What can be said of the code without running it as a whole: seconds, no services.

const steps: [name: string, ...tool: string[]][] = [
  ["format", "oxfmt", "--check"],
  ["lint", "oxlint"],
  ["route types", "next", "typegen"],
  ["types", "typescript", "--noEmit"],
  ["dead code", "knip"],
  ["unit tests", "vitest", "run", "--project", "unit", "--reporter", "dot"],
];

const failed: string[] = [];
for (const [name, ...tool] of steps) {
  const started = performance.now();
  const { code, output } = await runTool(tool);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} ${seconds} s`);
  if (code === 0) continue;
  failed.push(name);
  console.log(output.trimEnd());
}
console.log(failed.length === 0 ? "Everything holds." : `Doesn't hold: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

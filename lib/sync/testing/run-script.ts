import { spawn, type ChildProcess } from "node:child_process";

export type RunningScript = { process: ChildProcess; output(): string; ended: Promise<number | null> };

/** Starts a script of the project as its users do, on the test's database. `ended` gives the exit code, null on a signal. */
export function runScript(script: string, args: string[], variables: Record<string, string>): RunningScript {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NODE_OPTIONS: "", ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => void child.once("close", (code) => resolve(code)));
  return { process: child, output: () => output, ended };
}

/** Waits until something is so, for at most half a minute. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 2400; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain until ${what}.`);
}

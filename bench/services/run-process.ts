import { spawn } from "node:child_process";
import { peakMemory } from "./peak-memory.ts";

export type ProcessResult = {
  code: number | null;
  /** The last line of its output. */
  lastLine: string;
  errorText: string;
  /** The most memory that it had at once; null where the system doesn't say. */
  peakBytes: number | null;
};

/** Runs a script by this Node to its end; asked to stop, it gets SIGTERM, and this rejects once it is gone. */
export async function runProcess(options: {
  /** The script and its arguments, after flags of Node's own. */
  command: readonly string[];
  variables: Record<string, string | undefined>;
  input?: string;
  signal: AbortSignal;
}): Promise<ProcessResult> {
  const { command, variables, input = "", signal } = options;
  signal.throwIfAborted();
  const child = spawn(process.execPath, command, {
    env: variables as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe"],
  });
  // One that ends before it has read its input says why by its code.
  child.stdin.on("error", () => undefined).end(input);
  const stop = () => child.kill("SIGTERM");
  const endAtOnce = () => child.kill("SIGKILL");
  signal.addEventListener("abort", stop, { once: true });
  process.once("exit", endAtOnce);
  const peak = peakMemory(child.pid ?? 0);
  let output = "";
  let errorText = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errorText = (errorText + text).slice(-8_000)));
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    signal.throwIfAborted();
    return { code, lastLine: output.trimEnd().split("\n").at(-1) ?? "", errorText, peakBytes: peak.end() };
  } finally {
    peak.end();
    signal.removeEventListener("abort", stop);
    process.off("exit", endAtOnce);
  }
}

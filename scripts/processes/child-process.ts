import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MOST_LINES = 12;
const END_WITH_PARENT = fileURLToPath(new URL("./end-with-parent.ts", import.meta.url));

export type Child = {
  name: string;
  pid: number;
  /** Resolves when it is gone, by itself or not. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  isRunning(): boolean;
  /** What it said last, in a form that is safe to print. */
  lastLines(): string[];
  /** Asks it to end, and kills it after the limit; resolves when it is gone. */
  stop(limitMs: number): Promise<void>;
  kill(): void;
};

/**
 * Starts a script under this Node as a child whose output goes to a log file, and line by line to `onLine`.
 * It ends when this process ends, whatever way that happens.
 */
export function startChild(options: {
  name: string;
  /** Script and its arguments. */
  command: readonly string[];
  variables: NodeJS.ProcessEnv;
  logFolder: string;
  /** How many of its last lines are kept. */
  mostLines?: number;
  onLine?: (line: string, stream: "stdout" | "stderr") => void;
}): Child {
  mkdirSync(options.logFolder, { recursive: true });
  const log = createWriteStream(path.join(options.logFolder, `${options.name}.log`), { mode: 0o600 });
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...options.command], {
    env: { ...options.variables, ASTROLABE_PARENT: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const lines: string[] = [];
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.pipe(log, { end: false });
    const reader = createInterface({ input: child[stream] as NonNullable<(typeof child)["stdout"]> });
    reader.on("line", (raw) => {
      const line = printable(raw);
      lines.push(line);
      if (lines.length > (options.mostLines ?? MOST_LINES)) lines.shift();
      options.onLine?.(line, stream);
    });
  }
  const ended = new Promise<Awaited<Child["ended"]>>((resolve) => {
    child.once("error", (error) => {
      lines.push(error.message);
      resolve({ code: null, signal: null });
    });
    child.once("close", (code, signal) => resolve({ code, signal }));
  }).finally(() => log.end());
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    name: options.name,
    pid: child.pid ?? 0,
    ended,
    isRunning,
    lastLines: () => [...lines],
    stop: (limitMs) => stop(child, ended, limitMs),
    kill: () => void child.kill("SIGKILL"),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>, limitMs: number): Promise<void> {
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), limitMs);
  await ended;
  clearTimeout(killer);
}

/** A log line may hold what a record holds: no control character of it reaches the terminal. */
export function printable(line: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is replaced
  return line.replaceAll(/\u001b\[[0-9;]*m/g, "").replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\uFFFD");
}

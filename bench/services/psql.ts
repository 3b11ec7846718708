import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Refusal } from "#scripts/steps/refusal.mjs";
import { findProgram } from "./find-program.ts";

/** A session of psql, the yardstick of what Postgres itself takes. */
export type Psql = AsyncDisposable & {
  /** Does commands one after the other, results thrown away. @returns how long that took, in ms */
  run(commands: readonly string[]): Promise<number>;
};

/** @throws Refusal that says what to install */
export function openPsql(databaseUrl: string): Psql {
  const missing = findProgram("psql", "postgresql-client");
  if (missing !== null) throw new Refusal(`${missing}. Install it to have the yardstick.`);
  const child = spawn("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", databaseUrl], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, LC_ALL: "C", PGAPPNAME: "bench psql" },
  });
  let errorText = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errorText = (errorText + text).slice(-2_000)));
  const lines = createInterface({ input: child.stdout });
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`psql ended with code ${code}: ${errorText.trim()}`)));
  });
  ended.catch(() => undefined);
  // Rows are fetched and formatted, and go nowhere.
  child.stdin.write("\\pset pager off\n\\pset format unaligned\n\\o /dev/null\n");
  let turn = 0;
  return {
    run: async (commands) => {
      const mark = `done ${++turn}`;
      const seen = new Promise<void>((resolve) => {
        const look = (line: string) => {
          if (line !== mark) return;
          lines.off("line", look);
          resolve();
        };
        lines.on("line", look);
      });
      const text = commands.map((command) => (command.startsWith("\\") ? command : `${command};`)).join("\n");
      const started = performance.now();
      child.stdin.write(`${text}\n\\echo ${mark}\n`);
      await Promise.race([seen, ended]);
      return performance.now() - started;
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(child, "close");
      child.stdin.end("\\q\n");
      await closed;
    },
  };
}

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "#scripts/steps/refusal.mjs";

/**
 * Marks the bench's folder as in use until it is disposed of: two benches at once would measure each other.
 * @throws Refusal when another one is on
 */
export function onlyBench(folder: string): Disposable {
  const file = path.join(folder, "pid");
  const other = pidIn(file);
  if (other !== null && isAlive(other)) throw new Refusal(`Another bench is on (process ${other}); wait for its end.`);
  writeFileSync(file, `${process.pid}\n`);
  return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
}

function pidIn(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8")) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

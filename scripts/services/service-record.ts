import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Which process of this folder has something, and what others need to know to use it. */
const schema = z.object({
  owner: z.number(),
  /** When that process began, where the system tells: its number may come again. */
  began: z.string().nullable(),
  command: z.string(),
  isEnding: z.boolean().default(false),
  details: z.unknown(),
});

export type ServiceRecord = z.infer<typeof schema>;

/** Where a folder's records are. */
export const RECORDS = ".data/run";

/** Takes the name for this process. @returns the record of who has it, or undefined when it is now ours */
export async function claim(name: string, command: string, folder = RECORDS): Promise<ServiceRecord | undefined> {
  const own: ServiceRecord = {
    owner: process.pid,
    began: beganAt(process.pid),
    command,
    isEnding: false,
    details: null,
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written = `${fileOf(folder, name)}.${randomUUID()}`;
  await writeFile(written, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      // A link appears whole or not at all, and only where nothing is.
      const isOurs = await link(written, fileOf(folder, name)).then(() => true, ifExists);
      if (isOurs) return undefined;
      const other = await readRecord(name, folder);
      if (other && isAlive(other.owner, other.began)) return other;
      if (other) await removeStale(folder, name);
    }
  } finally {
    await rm(written, { force: true });
  }
}

function ifExists(error: NodeJS.ErrnoException): false {
  if (error.code === "EEXIST") return false;
  throw error;
}

/** Writes what others may know; only the owner calls it. */
export async function update(
  name: string,
  command: string,
  change: Partial<ServiceRecord>,
  folder = RECORDS,
): Promise<void> {
  const own = { owner: process.pid, began: beganAt(process.pid), command, isEnding: false, details: null, ...change };
  const unfinished = `${fileOf(folder, name)}.${randomUUID()}`;
  await writeFile(unfinished, JSON.stringify(own), { mode: 0o600 });
  await rename(unfinished, fileOf(folder, name));
}

export async function drop(name: string, folder = RECORDS): Promise<void> {
  await rm(fileOf(folder, name), { force: true });
}

/** @returns undefined when nobody has it */
export function readRecord(name: string, folder = RECORDS): Promise<ServiceRecord | undefined> {
  return parseRecord(fileOf(folder, name));
}

async function parseRecord(file: string): Promise<ServiceRecord | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : schema.parse(JSON.parse(text));
}

export function isAlive(pid: number, began: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process, but there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return began === null || began === beganAt(pid);
}

export function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/** Two that find the same dead owner both move a record away: who gets hold of a living one puts it back. */
async function removeStale(folder: string, name: string): Promise<void> {
  const aside = `${fileOf(folder, name)}.${randomUUID()}`;
  await rename(fileOf(folder, name), aside).catch(() => undefined);
  const moved = await parseRecord(aside);
  if (moved && isAlive(moved.owner, moved.began)) await link(aside, fileOf(folder, name)).catch(() => undefined);
  await rm(aside, { force: true });
}

const fileOf = (folder: string, name: string): string => path.join(folder, `${name}.json`);

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
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

/**
 * Takes the name for this process. Each taking has a number of its own (`database.3.json`), and the highest one counts,
 * also once it is over: who has looked at a dead record too long ago comes to a number that is there already or isn't
 * the highest.
 * @returns the record of who has it, or undefined when it is now ours
 */
export async function claim(name: string, command: string, folder = RECORDS): Promise<ServiceRecord | undefined> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const written = await write(folder, name, recordOf(command));
  try {
    for (;;) {
      const { number, record } = await latest(folder, name);
      if (record && isAlive(record.owner, record.began)) return record;
      // A link appears whole or not at all, and only where nothing is.
      const isOurs = await link(written, fileOf(folder, name, number + 1)).then(() => true, ifExists);
      if (!isOurs) continue;
      const numbers = await numbersOf(folder, name);
      const isLatest = numbers.every((other) => other <= number + 1);
      for (const other of isLatest ? numbers.filter((other) => other <= number) : [number + 1])
        await rm(fileOf(folder, name, other), { force: true });
      if (isLatest) return undefined;
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
  await replace(folder, name, { ...recordOf(command), ...change });
}

/** Gives the name back; only the owner calls it. Where somebody has deleted the folder there is nothing to give back. */
export async function drop(name: string, folder = RECORDS): Promise<void> {
  await replace(folder, name, null).catch(ifGone);
}

/** @returns undefined when nobody has it */
export async function readRecord(name: string, folder = RECORDS): Promise<ServiceRecord | undefined> {
  return (await latest(folder, name)).record;
}

async function latest(folder: string, name: string): Promise<{ number: number; record: ServiceRecord | undefined }> {
  for (;;) {
    const number = Math.max(0, ...(await numbersOf(folder, name)));
    if (number === 0) return { number, record: undefined };
    const text = await readFile(fileOf(folder, name, number), "utf8").catch(ifGone);
    // A later one has taken its place.
    if (text === undefined) continue;
    return { number, record: schema.nullable().parse(JSON.parse(text)) ?? undefined };
  }
}

async function numbersOf(folder: string, name: string): Promise<number[]> {
  const files = (await readdir(folder).catch(ifGone)) ?? [];
  return files.flatMap((file) => {
    const [first, number = "", ...rest] = file.split(".");
    return first === name && /^\d+$/.test(number) && rest.join(".") === "json" ? [Number(number)] : [];
  });
}

function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

const recordOf = (command: string): ServiceRecord => ({
  owner: process.pid,
  began: beganAt(process.pid),
  command,
  isEnding: false,
  details: null,
});

async function replace(folder: string, name: string, record: ServiceRecord | null): Promise<void> {
  const { number } = await latest(folder, name);
  await rename(await write(folder, name, record), fileOf(folder, name, Math.max(number, 1)));
}

/** A file of its own, which nobody looks at until it has its place. */
async function write(folder: string, name: string, record: ServiceRecord | null): Promise<string> {
  const file = path.join(folder, `${name}.${randomUUID()}`);
  await writeFile(file, JSON.stringify(record), { mode: 0o600 });
  return file;
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

const fileOf = (folder: string, name: string, number: number): string => path.join(folder, `${name}.${number}.json`);

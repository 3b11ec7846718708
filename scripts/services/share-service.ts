import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import { Refusal } from "#scripts/steps/refusal.mjs";
import { beganAt, claim, drop, isAlive, readRecord, RECORDS, update } from "./service-record.ts";

const POLL_MS = 100;
const START_LIMIT_MS = 120_000;

export type Shared<T> = {
  details: T;
  /** Whether it runs in this process' care; else another command of this folder has it. */
  isOwner: boolean;
  /** Ends the use; the owner ends the service, once nobody else uses it or (`now`) at once. */
  release(options?: { now?: boolean }): Promise<void>;
  /** The owner ends the service without waiting. */
  kill(): void;
};

/**
 * A service of which a folder has one at a time: started here, or used together with the command that has it.
 * @param options.mustOwn refuse to use another command's, which may end before this one does
 * @throws Refusal naming the command that has it
 */
export async function shareService<T>(
  name: string,
  options: {
    command: string;
    mustOwn?: boolean;
    /** Where the records are. */
    folder?: string;
    schema: z.ZodType<T>;
    start: () => Promise<{ details: T; stop: () => Promise<void>; kill: () => void }>;
  },
): Promise<Shared<T>> {
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    const other = await claim(name, options.command, options.folder);
    if (!other) return own(name, options);
    if (options.mustOwn) {
      throw new Refusal(
        `${other.command} is at work in this folder (process ${other.owner}); try again when it is done.`,
      );
    }
    if (other.details !== null && !other.isEnding) {
      const shared = await join(name, options);
      if (shared) return shared;
    }
    if (Date.now() > limit) {
      throw new Refusal(
        `${other.command} (process ${other.owner}) has begun to start ${name} and isn't done; end it and try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function own<T>(name: string, options: Parameters<typeof shareService<T>>[1]): Promise<Shared<T>> {
  const { command, folder } = options;
  const started = await options.start().catch(async (error: unknown) => {
    await drop(name, folder);
    throw error;
  });
  await update(name, command, { details: started.details }, folder);
  return {
    details: started.details,
    isOwner: true,
    kill: started.kill,
    release: async ({ now = false } = {}) => {
      await update(name, command, { isEnding: true }, folder);
      if (!now) await untilUnused(name, usersFolder(name, folder));
      try {
        await started.stop();
      } finally {
        await drop(name, folder);
      }
    },
  };
}

/** Marks this process as a user, unless the owner began to end it meanwhile. */
async function join<T>(
  name: string,
  { schema, folder }: Parameters<typeof shareService<T>>[1],
): Promise<Shared<T> | undefined> {
  const users = usersFolder(name, folder);
  await mkdir(users, { recursive: true, mode: 0o700 });
  const mark = path.join(users, `${process.pid}-${beganAt(process.pid) ?? ""}`);
  await writeFile(mark, "");
  const release = () => rm(mark, { force: true });
  const record = await readRecord(name, folder);
  if (record && !record.isEnding && record.details !== null) {
    return { details: schema.parse(record.details), isOwner: false, release, kill: () => undefined };
  }
  await release();
  return undefined;
}

async function untilUnused(name: string, folder: string): Promise<void> {
  for (let hasSaidSo = false; ; hasSaidSo = true) {
    const users = await livingUsers(folder);
    if (users.length === 0) return;
    if (!hasSaidSo) process.stderr.write(`  Waiting for process ${users.join(", ")}, which uses the same ${name}.\n`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function livingUsers(folder: string): Promise<number[]> {
  const marks = await readdir(folder).catch(() => []);
  const living: number[] = [];
  for (const mark of marks) {
    const [pid = "", began = ""] = mark.split("-");
    if (isAlive(Number(pid), began || null)) living.push(Number(pid));
    else await rm(path.join(folder, mark), { force: true });
  }
  return living;
}

const usersFolder = (name: string, folder = RECORDS): string => path.join(folder, `${name}.users`);

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { digestFiles } from "./digests.ts";
import { writeGzipped, type Written } from "./write-log-files.ts";

/** To be raised with every change that changes the sample: a folder of another version is made anew. */
export const SAMPLE_VERSION = 2;

const schema = z.object({
  version: z.literal(SAMPLE_VERSION),
  /** As often as they were delivered. */
  records: z.number(),
  files: z.array(z.object({ key: z.string(), sizeBytes: z.number(), md5: z.string() })),
});

/** What was written, kept in the folder. */
export type SampleTrail = z.infer<typeof schema>;

/** The file of a sample's folder that says what lies in it. */
export const SAMPLE_INDEX = "sample-trail.json";
const MOST_THREADS = 4;

/**
 * Writes the sample trail below `targetDir` as CloudTrail's own folders (`AWSLogs/o-…/…`), unless this version of it is
 * there. A folder that lies there is whole: it is made beside and then renamed.
 */
export async function generateSampleTrail(targetDir: string): Promise<SampleTrail & { isNew: boolean }> {
  const existing = await readSampleTrail(targetDir);
  if (existing) return { ...existing, isNew: false };
  await removeUnfinished(targetDir);
  const unfinished = `${targetDir}.${process.pid}.unfinished`;
  const trail = await write(unfinished);
  await rm(targetDir, { recursive: true, force: true });
  await rename(unfinished, targetDir);
  return { ...trail, isNew: true };
}

/** What lies in a folder; undefined where it is nothing, or of another version. */
export async function readSampleTrail(folder: string): Promise<SampleTrail | undefined> {
  const file = path.join(folder, SAMPLE_INDEX);
  if (!existsSync(file)) return undefined;
  return schema.safeParse(JSON.parse(await readFile(file, "utf8"))).data;
}

async function write(folder: string): Promise<SampleTrail> {
  await mkdir(folder, { recursive: true });
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const shares = await Promise.all(Array.from({ length: threads }, (_, share) => writeShare(folder, share, threads)));
  const folders = new Set<string>();
  const digests = digestFiles().map(({ key, content }) => writeGzipped(folder, key, content, folders));
  const trail: SampleTrail = {
    version: SAMPLE_VERSION,
    records: shares.reduce((sum, share) => sum + share.records, 0),
    files: [...shares.flatMap((share) => share.files), ...digests],
  };
  await writeFile(path.join(folder, SAMPLE_INDEX), JSON.stringify(trail));
  return trail;
}

function writeShare(folder: string, share: number, shares: number): Promise<Written> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./writer-thread.ts", import.meta.url), {
      workerData: { folder, share, shares },
    });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`A thread that writes the sample trail ended with code ${code}.`)));
  });
}

/** What a killed run left. */
async function removeUnfinished(targetDir: string): Promise<void> {
  const parent = path.dirname(targetDir);
  await mkdir(parent, { recursive: true });
  const left = (await readdir(parent)).filter(
    (name) => name.startsWith(`${path.basename(targetDir)}.`) && name.endsWith(".unfinished"),
  );
  await Promise.all(left.map((name) => rm(path.join(parent, name), { recursive: true, force: true })));
}

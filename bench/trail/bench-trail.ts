import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { step } from "#scripts/steps/step.mjs";
import { recipeId, type TrailRecipe } from "./trail-recipe.ts";
import type { TrailShare } from "./write-trail-share.ts";

const schema = z.object({
  records: z.number(),
  /** Those of the CodeStar family. */
  family: z.number(),
  uncompressedBytes: z.number(),
  files: z.array(z.object({ key: z.string(), sizeBytes: z.number(), md5: z.string() })),
});

/** A trail on disk, and what is in it. */
export type BenchTrail = z.infer<typeof schema> & { folder: string; url: string };

const whole = new Intl.NumberFormat("en-US");

/** The trail of a recipe below a folder, made by threads unless it is there. What is there is whole. */
export async function benchTrail(parent: string, recipe: TrailRecipe, signal: AbortSignal): Promise<BenchTrail> {
  const folder = path.join(parent, recipeId(recipe));
  const index = `${folder}.json`;
  if (!existsSync(index)) {
    await step(
      "Data",
      `making ${whole.format(recipe.files)} files for “${recipe.name}”`,
      () => makeTrail(folder, index, recipe, signal),
      ({ files, records, uncompressedBytes }) =>
        `“${recipe.name}”: ${whole.format(files.length)} files, ${whole.format(records)} records, ${whole.format(Math.round(uncompressedBytes / 1e6))} MB`,
    );
  }
  const trail = schema.parse(JSON.parse(await readFile(index, "utf8")));
  return { ...trail, folder, url: pathToFileURL(folder).href };
}

async function makeTrail(
  folder: string,
  index: string,
  recipe: TrailRecipe,
  signal: AbortSignal,
): Promise<z.infer<typeof schema>> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const shares = Math.min(availableParallelism(), recipe.files);
  const parts = await Promise.all(
    Array.from({ length: shares }, (_, share) => writeShare({ folder, recipe, share, shares }, signal)),
  );
  const sum = (name: "records" | "family" | "uncompressedBytes") =>
    parts.reduce((total, part) => total + part[name], 0);
  const trail = {
    records: sum("records"),
    family: sum("family"),
    uncompressedBytes: sum("uncompressedBytes"),
    files: parts.flatMap(({ files }) => files).toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  };
  await writeFile(`${index}.unfinished`, JSON.stringify(trail));
  await rename(`${index}.unfinished`, index);
  return trail;
}

function writeShare(workerData: object, signal: AbortSignal): Promise<TrailShare> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("./trail-thread.ts", import.meta.url), { workerData });
    const stop = () => {
      reject(signal.reason as Error);
      void thread.terminate();
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", (code) => {
      signal.removeEventListener("abort", stop);
      reject(new Error(`A thread that makes log files ended with code ${code}.`));
    });
  });
}

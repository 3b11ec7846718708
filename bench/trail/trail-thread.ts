import { parentPort, workerData } from "node:worker_threads";
import type { TrailRecipe } from "./trail-recipe.ts";
import { writeTrailShare } from "./write-trail-share.ts";

const { folder, recipe, share, shares } = workerData as {
  folder: string;
  recipe: TrailRecipe;
  share: number;
  shares: number;
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage(await writeTrailShare(folder, recipe, share, shares));

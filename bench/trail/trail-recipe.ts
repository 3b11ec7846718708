import { createHash } from "node:crypto";
import { SAMPLE_VERSION } from "#scripts/sample-trail/generate-sample-trail.ts";

/** To be raised with every change that changes the files of a recipe. */
const GENERATOR_VERSION = 3;

/** What a made-up trail is made of. Two recipes that are equal make the same bytes, on any machine. */
export type TrailRecipe = {
  name: string;
  files: number;
  /** From and to, both included; evenly spread between. */
  recordsPerFile: readonly [low: number, high: number];
  /** How many of a hundred records are of the CodeStar family. */
  familyPercent: number;
  /** Days of delivery; each has a folder for each account and region. */
  days: number;
};

/** A name for the recipe's data that changes with everything they depend on. */
export function recipeId(recipe: TrailRecipe): string {
  const all = JSON.stringify([GENERATOR_VERSION, SAMPLE_VERSION, recipe]);
  return `${recipe.name}-${createHash("sha256").update(all).digest("hex").slice(0, 10)}`;
}

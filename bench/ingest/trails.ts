import path from "node:path";
import { benchTrail, type BenchTrail } from "#bench/trail/bench-trail.ts";
import type { TrailRecipe } from "#bench/trail/trail-recipe.ts";
import type { IngestBench } from "./ingest-bench.ts";

/** Of a hundred records, as in a busy account. */
const FAMILY_PERCENT = 0.2;
const DAYS = 30;

const RECIPES = {
  /** About 350 KB gzipped and 3.7 MB unpacked each. */
  large: { files: 500, recordsPerFile: [2_900, 3_100], familyPercent: FAMILY_PERCENT, days: DAYS },
  /** About 2 KB gzipped each. */
  tiny: { files: 10_000, recordsPerFile: [5, 9], familyPercent: FAMILY_PERCENT, days: DAYS },
  all: { files: 34, recordsPerFile: [2_900, 3_100], familyPercent: FAMILY_PERCENT, days: DAYS },
  manyTiny: { files: 100_000, recordsPerFile: [5, 9], familyPercent: FAMILY_PERCENT, days: DAYS },
} satisfies Record<string, Omit<TrailRecipe, "name">>;

/** Records of one file that is 500 MB of JSON. */
const HUGE_RECORDS = 383_000;

/** A scenario's trail, of as many files as the scale says. */
export function trailOf(name: keyof typeof RECIPES, bench: IngestBench): Promise<BenchTrail> {
  const recipe = RECIPES[name];
  const files = Math.max(1, Math.round(recipe.files * bench.options.scale));
  return benchTrail(path.join(bench.folder, "trails"), { name, ...recipe, files }, bench.signal);
}

/** A trail of one file, which is as much smaller as the scale says. */
export function hugeFile(bench: IngestBench): Promise<BenchTrail> {
  const records = Math.round(HUGE_RECORDS * bench.options.scale);
  const recipe: TrailRecipe = {
    name: "huge",
    files: 1,
    recordsPerFile: [records, records],
    familyPercent: FAMILY_PERCENT,
    days: 1,
  };
  return benchTrail(path.join(bench.folder, "trails"), recipe, bench.signal);
}

import { parseArgs } from "node:util";
import { Refusal } from "#scripts/steps/refusal.mjs";

export const S3_SERVERS = ["embedded", "radosgw"] as const;

export type BenchOptions<Scenario extends string> = {
  /** In the order in which they are run. */
  scenarios: Scenario[];
  runs: number;
  /** Share of the full amount of data. */
  scale: number;
  s3: (typeof S3_SERVERS)[number];
  /** Whether the figures go into the documentation. */
  isSaved: boolean;
  /** Where profiles of the sync are written, if they are. */
  profileDir: string | null;
};

/**
 * The options of a bench.
 * @throws Refusal that says what can be given
 */
export function benchOptions<Scenario extends string>(
  words: string[],
  known: readonly Scenario[],
): BenchOptions<Scenario> {
  const given = parsed(words);
  const only = given.only?.split(",").filter((name) => name !== "");
  const unknown = only?.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined || only?.length === 0) {
    throw new Refusal(`--only takes some of ${known.join(",")}, not “${unknown ?? ""}”.`);
  }
  const runs = Number(given.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Refusal(`--runs takes a whole number, not “${given.runs}”.`);
  const scale = Number(given.scale);
  if (!(scale > 0 && scale <= 1)) throw new Refusal(`--scale takes a number above 0, up to 1, not “${given.scale}”.`);
  const s3 = S3_SERVERS.find((name) => name === given.s3);
  if (!s3) throw new Refusal(`--s3 takes ${S3_SERVERS.join(" or ")}, not “${given.s3}”.`);
  if (given.save && (scale !== 1 || only)) {
    throw new Refusal("--save keeps the figures of a whole run: give it without --scale and --only.");
  }
  const scenarios = known.filter((name) => only === undefined || only.includes(name));
  return { scenarios, runs, scale, s3, isSaved: given.save, profileDir: given.profile ?? null };
}

function parsed(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        only: { type: "string" },
        runs: { type: "string", default: "3" },
        scale: { type: "string", default: "1" },
        s3: { type: "string", default: "embedded" },
        save: { type: "boolean", default: false },
        profile: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

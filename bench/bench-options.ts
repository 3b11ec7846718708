import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
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
 * The options of the ingest bench.
 * @throws Refusal that says what can be given
 */
export function benchOptions<Scenario extends string>(
  words: string[],
  known: readonly Scenario[],
): BenchOptions<Scenario> {
  const given = parsedWords(words, {
    only: { type: "string" },
    runs: { type: "string", default: "3" },
    scale: { type: "string", default: "1" },
    s3: { type: "string", default: "embedded" },
    save: { type: "boolean", default: false },
    profile: { type: "string" },
  });
  const scenarios = chosen(given.only, known);
  const runs = wholeNumber("runs", given.runs);
  const scale = Number(given.scale);
  if (!(scale > 0 && scale <= 1)) throw new Refusal(`--scale takes a number above 0, up to 1, not “${given.scale}”.`);
  const s3 = S3_SERVERS.find((name) => name === given.s3);
  if (!s3) throw new Refusal(`--s3 takes ${S3_SERVERS.join(" or ")}, not “${given.s3}”.`);
  if (given.save && (scale !== 1 || given.only !== undefined)) {
    throw new Refusal("--save keeps the figures of a whole run: give it without --scale and --only.");
  }
  return { scenarios, runs, scale, s3, isSaved: given.save, profileDir: given.profile ?? null };
}

/** Those of the known scenarios that `--only` names, in their own order; all without it. */
export function chosen<Scenario extends string>(only: string | undefined, known: readonly Scenario[]): Scenario[] {
  const names = only?.split(",").filter((name) => name !== "");
  const unknown = names?.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined || names?.length === 0) {
    throw new Refusal(`--only takes some of ${known.join(",")}, not “${unknown ?? ""}”.`);
  }
  return known.filter((name) => names === undefined || names.includes(name));
}

/** A number that was given for an option. */
export function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Refusal(`--${name} takes a whole number above 0, not “${text}”.`);
  return number;
}

/** The values of options, or a refusal of what isn't one. */
export function parsedWords<const Options extends ParseArgsOptionsConfig>(words: string[], options: Options) {
  try {
    return parseArgs({ args: words, options }).values;
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}

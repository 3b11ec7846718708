import { z } from "zod";
import { COUNTER_NAMES, type CounterName } from "#lib/sync/counters.ts";
import { runProcess } from "./run-process.ts";

const counters = Object.fromEntries(COUNTER_NAMES.map((name) => [name, z.number()])) as Record<
  CounterName,
  z.ZodNumber
>;
const summary = z.object({
  ...counters,
  elapsedMs: z.number(),
  failures: z.array(z.object({ key: z.string(), reason: z.string() })),
});

export type SyncResult = z.infer<typeof summary> & { peakBytes: number | null };

/** Of the person's own settings none may change what is measured. */
const SETTINGS = /^(AWS_|EVENT_SOURCES$|MAX_LOG_FILE_MB$|TRAIL_URLS$|DATABASE_URL$|S3_|NODE_OPTIONS$|DEBUG$)/;

/**
 * One pass of the product, as `npm run sync -- --json` does it.
 * @throws Error unless every file is in
 */
export async function runSync(options: {
  variables: Record<string, string>;
  flags?: string[];
  profileDir: string | null;
  signal: AbortSignal;
}): Promise<SyncResult> {
  const { profileDir } = options;
  const profiled = profileDir === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profileDir}`];
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.test(name)));
  const { code, lastLine, errorText, peakBytes } = await runProcess({
    command: [...profiled, "scripts/sync.ts", "--json", ...(options.flags ?? [])],
    variables: { ...own, ...options.variables },
    signal: options.signal,
  });
  if (code !== 0)
    throw new Error(`The sync ended with code ${code}: ${errorText.trim().split("\n").slice(-3).join(" | ")}`);
  return { ...summary.parse(JSON.parse(lastLine)), peakBytes };
}

import { figureOf, type Figure } from "#bench/figures/figure.ts";
import { serveTrail } from "#bench/services/bench-s3.ts";
import type { BenchTrail } from "#bench/trail/bench-trail.ts";
import type { IngestBench, Scenario } from "./ingest-bench.ts";
import { syncTrailOnce } from "./sync-trail-once.ts";
import { hugeFile, trailOf } from "./trails.ts";

const MIB = 1024 ** 2;
const LIMIT_MIB = 512;

/** The most memory that a pass has had at once: with very many files, and with a very large one. */
export const memory: Scenario = async (bench) => [
  await manyFiles(bench),
  await oneFile(bench, ""),
  await oneFile(bench, "all"),
];

async function manyFiles(bench: IngestBench): Promise<Figure> {
  const trail = await trailOf("manyTiny", bench);
  await using served = await serveTrail(bench.options.s3, trail, bench.folder);
  const work = `memory, ${trail.files.length.toLocaleString("en-US")} tiny files`;
  return await peakOf(bench, trail, served.variables, work);
}

async function oneFile(bench: IngestBench, eventSources: string): Promise<Figure> {
  const trail = await hugeFile(bench);
  const size = `memory, one file of ${Math.round(trail.uncompressedBytes / 1e6)} MB`;
  const variables = { TRAIL_URLS: trail.url, EVENT_SOURCES: eventSources };
  return peakOf(bench, trail, variables, eventSources === "" ? size : `${size}, everything kept`);
}

async function peakOf(
  bench: IngestBench,
  trail: BenchTrail,
  variables: Record<string, string>,
  work: string,
): Promise<Figure> {
  await using database = await bench.postgres.freshDatabase();
  const { peakBytes } = await syncTrailOnce(bench, trail, { ...variables, DATABASE_URL: database.url });
  return figureOf({
    scenario: "memory",
    work,
    unit: "MiB",
    ours: peakBytes === null ? [] : [peakBytes / MIB],
    budget: { kind: "value", atMost: LIMIT_MIB },
    note: peakBytes === null ? "not measured: this system has no /proc" : undefined,
  });
}

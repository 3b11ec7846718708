import { readFile } from "node:fs/promises";
import path from "node:path";
import { FAMILY_SOURCES } from "#lib/codestar/event-sources.ts";
import { figureOf, type Figure } from "#bench/figures/figure.ts";
import { interleave } from "#bench/figures/interleave.ts";
import { findProgram } from "#bench/services/find-program.ts";
import { runYardstick } from "#bench/services/run-yardstick.ts";
import type { BenchTrail } from "#bench/trail/bench-trail.ts";
import type { IngestBench, Scenario } from "./ingest-bench.ts";
import { expectSame, syncTrailOnce } from "./sync-trail-once.ts";
import { trailOf } from "./trails.ts";

const UNIT = "MB/s";
/** jq is slow: of the files it gets so many in a hundred. */
const JQ_PERCENT = 10;

/** Files as a busy trail delivers them, on the local disk: nearly all the work is to unpack, hash and look through. */
export const largeFiles: Scenario = async (bench) => {
  const { options, postgres, signal } = bench;
  const trail = await trailOf("large", bench);
  const files = trail.files.map(({ key }) => path.join(trail.folder, key));
  const some = files.filter((_, index) => index % Math.round(100 / JQ_PERCENT) === 0);
  const noJq = findProgram("jq");
  // Nobody's first run shall wait for the disk.
  for (const file of files) await readFile(file, { signal });
  const mbPerSecond = (bytes: number, elapsedMs: number) => bytes / 1_000 / elapsedMs;

  const runs = await interleave(options.runs, {
    ours: async () => {
      await using database = await postgres.freshDatabase();
      const result = await syncTrailOnce(bench, trail, { DATABASE_URL: database.url, TRAIL_URLS: trail.url });
      expectSame("bytes unpacked", result.bytesUncompressed, trail.uncompressedBytes);
      return mbPerSecond(trail.uncompressedBytes, result.elapsedMs);
    },
    gunzip: async () => {
      const { elapsedMs, bytes } = await runYardstick("gunzip-sha256", { files }, signal);
      expectSame("bytes unpacked", bytes, trail.uncompressedBytes);
      return mbPerSecond(bytes, elapsedMs);
    },
    duckdb: async () => mbPerSecond(trail.uncompressedBytes, await duckDbMs(bench, trail, false)),
    duckdbNamed: async () => mbPerSecond(trail.uncompressedBytes, await duckDbMs(bench, trail, true)),
    jq:
      noJq === null
        ? async () => {
            const { elapsedMs, bytes } = await runYardstick("jq", { files: some, sources: FAMILY_SOURCES }, signal);
            return mbPerSecond(bytes, elapsedMs);
          }
        : null,
  });

  const figure = (yardstick: string, values: number[] = [], budget: Figure["budget"] = null, note?: string) =>
    figureOf({
      scenario: "large",
      work: "large files",
      unit: UNIT,
      ours: runs.ours,
      yardstick: { name: yardstick, runs: values },
      budget,
      note,
    });
  return [
    figure("gunzip and SHA-256", runs.gunzip, { kind: "ratio", atLeast: 0.7 }),
    figure("DuckDB read_json", runs.duckdb, { kind: "ratio", atLeast: 5 }),
    figure("… with columns named", runs.duckdbNamed, { kind: "ratio", atLeast: 5 }),
    figure("jq", runs.jq, null, noJq ?? undefined),
  ];
};

async function duckDbMs(bench: IngestBench, trail: BenchTrail, hasColumns: boolean): Promise<number> {
  const pattern = path.join(trail.folder, "AWSLogs", "**", "*.json.gz");
  const input = { pattern, sources: FAMILY_SOURCES, hasColumns };
  const { elapsedMs, count } = await runYardstick("duckdb-read-json", input, bench.signal);
  expectSame("records found by DuckDB", count, trail.family);
  return elapsedMs;
}

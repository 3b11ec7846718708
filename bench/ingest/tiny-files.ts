import { openTrail } from "#lib/sync/open-trail.ts";
import { figureOf } from "#bench/figures/figure.ts";
import { interleave } from "#bench/figures/interleave.ts";
import { serveTrail } from "#bench/services/bench-s3.ts";
import { runYardstick } from "#bench/services/run-yardstick.ts";
import type { Scenario } from "./ingest-bench.ts";
import { expectSame, syncTrailOnce } from "./sync-trail-once.ts";
import { trailOf } from "./trails.ts";

/** Files as a quiet trail delivers them, in a bucket: nearly all the work is to ask for them. */
export const tinyFiles: Scenario = async (bench) => {
  const { options, postgres, folder, signal } = bench;
  const trail = await trailOf("tiny", bench);
  await using served = await serveTrail(options.s3, trail, folder);
  const { concurrency } = openTrail(`s3://${served.bucket}`);
  const keys = trail.files.map(({ key }) => key);
  const sizeBytes = trail.files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const filesPerSecond = (elapsedMs: number) => (keys.length * 1_000) / elapsedMs;

  const runs = await interleave(options.runs, {
    ours: async () => {
      await using database = await postgres.freshDatabase();
      const result = await syncTrailOnce(bench, trail, { ...served.variables, DATABASE_URL: database.url });
      return filesPerSecond(result.elapsedMs);
    },
    loop: async () => {
      const input = { bucket: served.bucket, keys, concurrency };
      const { elapsedMs, bytes } = await runYardstick("get-object-loop", input, signal, served.variables);
      expectSame("bytes fetched", bytes, sizeBytes);
      return filesPerSecond(elapsedMs);
    },
  });
  return [
    figureOf({
      scenario: "tiny",
      work: "tiny files from S3",
      unit: "files/s",
      ours: runs.ours,
      yardstick: { name: "bare GetObject loop", runs: runs.loop },
      budget: { kind: "ratio", atLeast: 0.7 },
    }),
  ];
};

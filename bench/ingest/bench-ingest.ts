import { mkdir } from "node:fs/promises";
import path from "node:path";
import { benchOptions } from "#bench/bench-options.ts";
import { terminalTable } from "#bench/figures/figure-table.ts";
import type { Figure } from "#bench/figures/figure.ts";
import { machineText, thisMachine } from "#bench/figures/machine.ts";
import { showReport, writeReport, type Report } from "#bench/figures/report.ts";
import { onlyBench } from "#bench/services/only-bench.ts";
import { startBenchPostgres } from "#bench/services/bench-postgres.ts";
import { step } from "#scripts/steps/step.mjs";
import { everythingKept } from "./everything-kept.ts";
import { INGEST_SCENARIOS, type IngestScenario, type Scenario } from "./ingest-bench.ts";
import { largeFiles } from "./large-files.ts";
import { memory } from "./memory.ts";
import { tinyFiles } from "./tiny-files.ts";
import { unchangedBucket } from "./unchanged-bucket.ts";

const SCENARIOS: Record<IngestScenario, Scenario> = {
  large: largeFiles,
  tiny: tinyFiles,
  all: everythingKept,
  unchanged: unchangedBucket,
  memory,
};
const PAGE = path.join("docs", "performance.md");
const SAVED = path.join("docs", "performance", "ingest.json");

/** How fast the sync is, beside what limits it: `npm run bench -- ingest`. */
export async function benchIngest(words: string[], signal: AbortSignal): Promise<void> {
  const options = benchOptions(words, INGEST_SCENARIOS);
  const folder = path.resolve(".data", "bench");
  await mkdir(folder, { recursive: true });
  using _ = onlyBench(folder);
  const loadBefore = thisMachine("").loadAtStart;
  const postgres = await startBenchPostgres(folder);
  try {
    const machine = { ...thisMachine(postgres.version), loadAtStart: loadBefore };
    console.log(machineText(machine));
    const figures: Figure[] = [];
    for (const name of options.scenarios) {
      const measure = () => SCENARIOS[name]({ options, postgres, folder, signal });
      figures.push(...(await step("Bench", `measuring “${name}”`, measure, () => `“${name}” measured`)));
    }
    const { runs, scale, s3 } = options;
    const servers = { embedded: "the embedded server", radosgw: "Ceph's radosgw" };
    const report: Report = { takenAt: new Date().toISOString(), machine, runs, scale, s3: servers[s3], figures };
    const file = options.isSaved ? SAVED : path.join(".data", "bench", "ingest.json");
    await writeReport(file, report);
    if (options.isSaved) await showReport(PAGE, "ingest", report);
    console.log(`\n${terminalTable(figures)}\n\nWritten to ${file}.`);
  } finally {
    await postgres.stop();
  }
}

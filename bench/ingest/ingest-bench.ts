import type { BenchOptions } from "#bench/bench-options.ts";
import type { Figure } from "#bench/figures/figure.ts";
import type { BenchPostgres } from "#bench/services/bench-postgres.ts";

export const INGEST_SCENARIOS = ["large", "tiny", "all", "unchanged", "memory"] as const;
export type IngestScenario = (typeof INGEST_SCENARIOS)[number];

/** What every scenario works with. */
export type IngestBench = {
  options: BenchOptions<IngestScenario>;
  postgres: BenchPostgres;
  /** Where data and logs of the bench lie. */
  folder: string;
  signal: AbortSignal;
};

/** Measures, and says what came of it. */
export type Scenario = (bench: IngestBench) => Promise<Figure[]>;

import type pg from "pg";
import type { Figure } from "#bench/figures/figure.ts";
import type { DuckDb } from "#bench/services/duckdb.ts";
import type { Psql } from "#bench/services/psql.ts";
import type { Busiest } from "./busiest.ts";

export const QUERY_SCENARIOS = ["pages", "timelines", "facets", "several"] as const;
export type QueryScenario = (typeof QUERY_SCENARIOS)[number];

/** What every scenario works with. */
export type QueryBench = {
  runs: number;
  events: number;
  client: pg.Client;
  psql: Psql;
  duckdb: DuckDb;
  /** What to filter by. */
  busiest: Busiest;
  signal: AbortSignal;
};

/** Measures, and says what came of it. */
export type Scenario = (bench: QueryBench) => Promise<Figure[]>;

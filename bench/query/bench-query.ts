import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { terminalTable } from "#bench/figures/figure-table.ts";
import type { Figure } from "#bench/figures/figure.ts";
import { machineText, thisMachine } from "#bench/figures/machine.ts";
import { showReport, writeReport, type Report } from "#bench/figures/report.ts";
import { startBenchPostgres } from "#bench/services/bench-postgres.ts";
import { openDuckDb, writeParquet } from "#bench/services/duckdb.ts";
import { onlyBench } from "#bench/services/only-bench.ts";
import { openPsql } from "#bench/services/psql.ts";
import { closePrisma } from "#lib/db/prisma.ts";
import { step } from "#scripts/steps/step.mjs";
import { busiestOf } from "./busiest.ts";
import { facets } from "./facets.ts";
import { madeDatabase } from "./made-database.ts";
import { pages } from "./pages.ts";
import { QUERY_SCENARIOS, type QueryScenario, type Scenario } from "./query-bench.ts";
import { queryOptions } from "./query-options.ts";
import { severalFilters } from "./several-filters.ts";
import { timelines } from "./timelines.ts";

const SCENARIOS: Record<QueryScenario, Scenario> = { pages, timelines, facets, several: severalFilters };
const EVENTS = 10_000_000;
const PAGE = path.join("docs", "performance.md");
const SAVED = path.join("docs", "performance", "query.json");

/** How fast lists, charts and facets are, beside psql and DuckDB: `npm run bench -- query`. */
export async function benchQuery(words: string[], signal: AbortSignal): Promise<void> {
  const options = queryOptions(words, QUERY_SCENARIOS, EVENTS);
  const { runs, events, isKept, isSaved } = options;
  const folder = path.resolve(".data", "bench", "events");
  await mkdir(folder, { recursive: true });
  using _ = onlyBench(folder);
  const postgres = await startBenchPostgres(folder, { isKept });
  const parquet = path.join(folder, `events-${events}.parquet`);
  try {
    const databaseUrl = await madeDatabase(postgres, { events, records: "short", signal });
    await step(
      "Bench",
      "writing Parquet",
      () => writeParquet(databaseUrl, parquet),
      () => "Parquet written",
    );
    const machine = thisMachine(postgres.version);
    console.log(machineText(machine));
    process.env.DATABASE_URL = databaseUrl;
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const figures: Figure[] = [];
    try {
      await using psql = openPsql(databaseUrl);
      using duckdb = await openDuckDb(parquet);
      const bench = { runs, events, client, psql, duckdb, busiest: await busiestOf(client), signal };
      for (const name of options.scenarios) {
        const measure = () => SCENARIOS[name](bench);
        figures.push(...(await step("Bench", `measuring “${name}”`, measure, () => `“${name}” measured`)));
      }
    } finally {
      await closePrisma();
      await client.end();
    }
    const about = `on ${events.toLocaleString("en-US")} made events, psql and DuckDB beside it`;
    const report: Report = { takenAt: new Date().toISOString(), machine, runs, scale: 1, about, figures };
    const file = isSaved ? SAVED : path.join(".data", "bench", "query.json");
    await writeReport(file, report);
    if (isSaved) await showReport(PAGE, "query", report);
    console.log(`\n${terminalTable(figures)}\n\nWritten to ${file}.`);
  } finally {
    await postgres.stop();
    if (!isKept) await rm(parquet, { force: true });
  }
}

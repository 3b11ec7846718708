import { mkdir } from "node:fs/promises";
import path from "node:path";
import { terminalTable } from "#bench/figures/figure-table.ts";
import { figureOf, type Figure } from "#bench/figures/figure.ts";
import { interleave } from "#bench/figures/interleave.ts";
import { machineText, thisMachine } from "#bench/figures/machine.ts";
import { showReport, writeReport, type Report } from "#bench/figures/report.ts";
import { madeDatabase } from "#bench/query/made-database.ts";
import { queryOptions } from "#bench/query/query-options.ts";
import { startBenchPostgres } from "#bench/services/bench-postgres.ts";
import { onlyBench } from "#bench/services/only-bench.ts";
import { openPsql, type Psql } from "#bench/services/psql.ts";
import { partStream } from "#lib/api/part-stream.ts";
import { literalSql } from "#lib/db/literal-sql.ts";
import { closePool } from "#lib/db/pool.ts";
import { closePrisma } from "#lib/db/prisma.ts";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { exportEvents } from "#lib/events/queries/export-events.ts";
import { EXPORT_FORMATS, exportSql, type ExportFormat } from "#lib/events/queries/export-sql.ts";
import { step } from "#scripts/steps/step.mjs";

const EVENTS = 1_000_000;
const PAGE = path.join("docs", "performance.md");
const SAVED = path.join("docs", "performance", "export.json");

/** How fast an export is, beside psql's \copy of the same query: `npm run bench -- export`. */
export async function benchExport(words: string[], signal: AbortSignal): Promise<void> {
  const { runs, events, isKept, isSaved, scenarios } = queryOptions(words, EXPORT_FORMATS, EVENTS);
  const folder = path.resolve(".data", "bench", "events");
  await mkdir(folder, { recursive: true });
  using _ = onlyBench(folder);
  const postgres = await startBenchPostgres(folder, { isKept });
  try {
    const databaseUrl = await madeDatabase(postgres, { events, records: "whole", signal });
    const machine = thisMachine(postgres.version);
    console.log(machineText(machine));
    process.env.DATABASE_URL = databaseUrl;
    const figures: Figure[] = [];
    try {
      await using psql = openPsql(databaseUrl);
      for (const format of scenarios) {
        const measure = () => measured(format, { runs, events, psql, signal });
        figures.push(await step("Bench", `measuring “${format}”`, measure, () => `“${format}” measured`));
      }
    } finally {
      await closePrisma();
      await closePool();
    }
    const about = `on ${events.toLocaleString("en-US")} made events, psql beside it`;
    const report: Report = { takenAt: new Date().toISOString(), machine, runs, scale: 1, about, figures };
    const file = isSaved ? SAVED : path.join(".data", "bench", "export.json");
    await writeReport(file, report);
    if (isSaved) await showReport(PAGE, "export", report);
    console.log(`\n${terminalTable(figures)}\n\nWritten to ${file}.`);
  } finally {
    await postgres.stop();
  }
}

type Given = { runs: number; events: number; psql: Psql; signal: AbortSignal };

async function measured(format: ExportFormat, { runs, events, psql, signal }: Given): Promise<Figure> {
  const options = { filter: ALL_EVENTS, format, asOf: undefined };
  const query = literalSql(await exportSql(options)).replaceAll(/\s+/g, " ");
  const perSecond = (elapsedMs: number) => (events * 1_000) / elapsedMs;
  const rates = await interleave(runs, {
    ours: async () => {
      const started = performance.now();
      const { parts } = await exportEvents(options);
      await drained(await partStream(parts, signal));
      return perSecond(performance.now() - started);
    },
    psql: async () => perSecond(await psql.run([`\\copy (${query}) to '/dev/null' with (format csv)`])),
  });
  return figureOf({
    scenario: format,
    work: `export as ${format}`,
    unit: "rows/s",
    ours: rates.ours,
    yardstick: { name: "psql \\copy of the same query", runs: rates.psql },
    budget: { kind: "ratio", atLeast: 0.5 },
  });
}

async function drained(stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader();
  while (!(await reader.read()).done);
}

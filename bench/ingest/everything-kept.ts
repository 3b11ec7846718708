import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { figureOf } from "#bench/figures/figure.ts";
import { interleave } from "#bench/figures/interleave.ts";
import { runYardstick } from "#bench/services/run-yardstick.ts";
import type { Scenario } from "./ingest-bench.ts";
import { expectSame, syncTrailOnce } from "./sync-trail-once.ts";
import { trailOf } from "./trails.ts";

/** What the rows of `event` refer to, in the order in which it can be written. */
const BEFORE = ["trail", "log_file", "action", "principal", "project"];
const TABLES = ["event", "event_record"];

type TableFile = { table: string; columns: string; file: string };

/** Every record becomes an event: nearly all the work is to write rows. */
export const everythingKept: Scenario = async (bench) => {
  const { options, postgres, signal } = bench;
  const trail = await trailOf("all", bench);
  const folder = path.join(bench.folder, "rows");
  let rows: { before: TableFile[]; tables: TableFile[] } | undefined;
  const rowsPerSecond = (elapsedMs: number) => (trail.records * 1_000) / elapsedMs;
  await mkdir(folder, { recursive: true });
  try {
    const runs = await interleave(options.runs, {
      ours: async () => {
        await using database = await postgres.freshDatabase();
        const variables = { DATABASE_URL: database.url, TRAIL_URLS: trail.url, EVENT_SOURCES: "all" };
        const result = await syncTrailOnce(bench, trail, variables);
        rows ??= {
          before: await copyOut(database.url, BEFORE, folder),
          tables: await copyOut(database.url, TABLES, folder),
        };
        return rowsPerSecond(result.elapsedMs);
      },
      copy: async () => {
        await using database = await postgres.freshDatabase();
        const { elapsedMs, count } = await runYardstick("copy-rows", { databaseUrl: database.url, ...rows }, signal);
        expectSame("rows copied", count, trail.records);
        return rowsPerSecond(elapsedMs);
      },
    });
    return [
      figureOf({
        scenario: "all",
        work: "everything kept",
        unit: "rows/s",
        ours: runs.ours,
        yardstick: { name: "COPY of the same rows", runs: runs.copy },
        budget: { kind: "ratio", atLeast: 0.5 },
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Writes tables to files that COPY takes. */
async function copyOut(databaseUrl: string, tables: string[], folder: string): Promise<TableFile[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const files: TableFile[] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ columns: string }>(
        `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      );
      const columns = rows[0]?.columns ?? "";
      const file = path.join(folder, `${table}.copy`);
      await pipeline(client.query(copyTo(`COPY ${table} (${columns}) TO STDOUT`)), createWriteStream(file));
      files.push({ table, columns, file });
    }
    return files;
  } finally {
    await client.end();
  }
}

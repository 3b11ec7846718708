import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { availableParallelism } from "node:os";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";

/** DuckDB on a Parquet file of the same events, the yardstick of counting. */
export type DuckDb = Disposable & {
  /** Asks over the table `event`. */
  ask(sql: string): Promise<{ elapsedMs: number; rows: Record<string, unknown>[] }>;
};

const COLUMNS = `event.event_time, action.event_name AS action, action.event_source AS source, event.access::text,
  event.outcome::text, event.error_code AS error, principal.key AS principal,
  project.account_id || '/' || project.region || '/' || project.project_id AS project, event.subject_arn AS subject,
  event.resource_arn AS resource, event.account_id AS account, event.region, event.source_ip AS ip,
  event.access_key_id AS key`;
const TYPES =
  "event_time TIMESTAMPTZ, action VARCHAR, source VARCHAR, access VARCHAR, outcome VARCHAR, error VARCHAR, principal VARCHAR, project VARCHAR, subject VARCHAR, resource VARCHAR, account VARCHAR, region VARCHAR, ip VARCHAR, key VARCHAR";

/** Writes what events are filtered and grouped by to a Parquet file, in the order of time, unless it is there. */
export async function writeParquet(databaseUrl: string, file: string): Promise<void> {
  if (existsSync(file)) return;
  const csv = `${file}.csv`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const query = `SELECT ${COLUMNS} FROM event JOIN action ON action.id = event.action_ref
      JOIN principal ON principal.id = event.principal_ref LEFT JOIN project ON project.id = event.project_ref
      ORDER BY event.event_time`;
    await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv)`)), createWriteStream(csv));
    const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB" });
    const connection = await instance.connect();
    const columns = TYPES.split(", ").map((column) => {
      const [name, type] = column.split(" ");
      // Without the extension for time zones there is only the plain type; all times are in UTC.
      return `'${name}': '${type === "TIMESTAMPTZ" ? "VARCHAR" : type}'`;
    });
    await connection.run(
      `COPY (SELECT * REPLACE (strptime(left(event_time, 19), '%Y-%m-%d %H:%M:%S') AS event_time)
         FROM read_csv('${csv}', header = false, columns = {${columns.join(", ")}}))
       TO '${file}.part' (FORMAT parquet)`,
    );
    connection.closeSync();
    await rename(`${file}.part`, file);
  } finally {
    await client.end();
    await rm(csv, { force: true });
  }
}

/** Opens the file, on as many threads as there are cores. */
export async function openDuckDb(file: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(":memory:", { threads: String(availableParallelism()) });
  const connection = await instance.connect();
  await connection.run(`CREATE VIEW event AS SELECT * FROM read_parquet('${file}')`);
  return {
    ask: async (sql) => {
      const started = performance.now();
      const answer = await connection.runAndReadAll(sql);
      const rows = answer.getRowObjects();
      return { elapsedMs: performance.now() - started, rows };
    },
    [Symbol.dispose]: () => connection.closeSync(),
  };
}

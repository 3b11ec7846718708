import path from "node:path";
import pg from "pg";
import { migrate } from "#lib/db/migrate.ts";
import { startEmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { rm } from "node:fs/promises";

export type BenchDatabase = AsyncDisposable & { url: string };

export type BenchPostgres = {
  version: string;
  /** A new, migrated database with nothing left to write of those before; gone when it is disposed of. */
  freshDatabase(): Promise<BenchDatabase>;
  stop(): Promise<void>;
};

/** The embedded Postgres with its own settings, and a cluster that lasts as long as the bench. */
export async function startBenchPostgres(folder: string): Promise<BenchPostgres> {
  const dataDir = path.join(folder, "postgres");
  const server = await startEmbeddedPostgres({ dataDir, database: "bench" });
  // A bench that is ended in the middle never comes to `stop`.
  const endAtOnce = () => process.kill(server.pid, "SIGQUIT");
  process.once("exit", endAtOnce);
  let count = 0;
  // What a killed bench left.
  const old = await admin(server.url, "SELECT datname AS text FROM pg_database WHERE datname LIKE 'bench\\_%'");
  for (const name of old) await admin(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
  const [version = ""] = await admin(server.url, "SELECT current_setting('server_version') AS text");
  return {
    version,
    freshDatabase: async () => {
      const name = `bench_${++count}`;
      await admin(server.url, `CREATE DATABASE ${name}`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      await migrate(url.href);
      await admin(server.url, "CHECKPOINT");
      return {
        url: url.href,
        [Symbol.asyncDispose]: async () => {
          await admin(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
        },
      };
    },
    stop: async () => {
      process.off("exit", endAtOnce);
      await server.stop();
      await server.removeData();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @returns the column `text` of its rows */
async function admin(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>(sql);
    return rows.map(({ text }) => text);
  } finally {
    await client.end();
  }
}

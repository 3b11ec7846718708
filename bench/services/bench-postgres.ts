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
  /**
   * The database of that name, migrated, filled by `fill` unless an earlier bench has done so to the end and kept it.
   * It stays for the next one where the cluster does.
   */
  filledDatabase(name: string, fill: (url: string) => Promise<void>): Promise<string>;
  stop(): Promise<void>;
};

/** The embedded Postgres with its own settings, and a cluster that lasts as long as the bench unless it is kept. */
export async function startBenchPostgres(folder: string, options: { isKept?: boolean } = {}): Promise<BenchPostgres> {
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
    filledDatabase: async (name, fill) => {
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      const about = "SELECT shobj_description(oid, 'pg_database') AS text FROM pg_database WHERE datname =";
      const [state] = await admin(server.url, `${about} '${name}'`);
      if (state !== FILLED) {
        await admin(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await admin(server.url, `CREATE DATABASE ${name}`);
        await migrate(url.href);
        await fill(url.href);
        await admin(server.url, `COMMENT ON DATABASE ${name} IS '${FILLED}'`);
      }
      const isMigrated = (await migrate(url.href)).length > 0;
      // Nothing of it is to be done while something is measured.
      await admin(url.href, isMigrated || state !== FILLED ? "VACUUM (ANALYZE)" : "ANALYZE");
      await admin(server.url, "CHECKPOINT");
      return url.href;
    },
    stop: async () => {
      process.off("exit", endAtOnce);
      await server.stop();
      if (options.isKept) return;
      await server.removeData();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Says of a database that it was filled to the end, by rules of this number: raise it when `makeEvents` changes. */
const FILLED = "filled by rules 1";

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

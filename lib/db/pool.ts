import pg from "pg";
import { env } from "#lib/env.ts";

const JSON_OID = 114;
const INT8_OID = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    // A record is text that must stay as delivered; parsing it would also fail on what JSON allows and JS doesn't keep.
    if (oid === JSON_OID) return (text: string) => text;
    if (oid === INT8_OID) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

const holder = globalThis as { astrolabePool?: pg.Pool; astrolabeDownloadPool?: pg.Pool };

/**
 * The process's connections to Postgres for COPY and ingest transactions.
 * `json` comes as text and `bigint` as number. No statement timeout: set one where a person waits.
 */
export function pool(): pg.Pool {
  return (holder.astrolabePool ??= newPool({ max: 10, application_name: "astrolabe" }));
}

/**
 * Connections for downloads, which are held as long as somebody reads one: a few of their own, so that readers who
 * stall leave everything else its connections. Who gets none within ten seconds is told that the database is busy.
 */
export function downloadPool(): pg.Pool {
  return (holder.astrolabeDownloadPool ??= newPool({
    max: 6,
    application_name: "astrolabe export",
  }));
}

/** Ends all connections; the next call of `pool()` or `downloadPool()` opens new ones. */
export async function closePool(): Promise<void> {
  const current = [holder.astrolabePool, holder.astrolabeDownloadPool];
  holder.astrolabePool = undefined;
  holder.astrolabeDownloadPool = undefined;
  for (const each of current) await each?.end();
}

function newPool(config: pg.PoolConfig): pg.Pool {
  const created = new pg.Pool({
    connectionString: env().databaseUrl,
    types,
    connectionTimeoutMillis: 10_000,
    ...config,
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  created.on("error", () => undefined);
  // One that is checked out says so to its own listeners, between two queries too; the next query says it once more.
  created.on("connect", (client) => void client.on("error", () => undefined));
  return created;
}

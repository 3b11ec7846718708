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

const holder = globalThis as { astrolabePool?: pg.Pool };

/**
 * The process's connections to Postgres for COPY, cursors and ingest transactions.
 * `json` comes as text and `bigint` as number. No statement timeout: set one where a person waits.
 */
export function pool(): pg.Pool {
  return (holder.astrolabePool ??= newPool());
}

/** Ends all connections of `pool()`; the next call of `pool()` opens new ones. */
export async function closePool(): Promise<void> {
  const current = holder.astrolabePool;
  holder.astrolabePool = undefined;
  await current?.end();
}

function newPool(): pg.Pool {
  const created = new pg.Pool({
    connectionString: env().databaseUrl,
    max: 10,
    types,
    connectionTimeoutMillis: 10_000,
    application_name: "astrolabe",
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  created.on("error", () => undefined);
  // One that is checked out says so to its own listeners, between two queries too; the next query says it once more.
  created.on("connect", (client) => void client.on("error", () => undefined));
  return created;
}

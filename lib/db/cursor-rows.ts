import type pg from "pg";
import { databaseError, DatabaseUnavailableError } from "./database-error.ts";
import { cursorPool, pool } from "./pool.ts";
import type { Prisma } from "./prisma.ts";

const FIRST_ROWS = 50;
const WANTED_BYTES = 1_000_000;
const asText: pg.CustomTypesConfig = { getTypeParser: () => (text: string | Buffer) => String(text) };

/**
 * The rows of a query of any size in batches, each value as Postgres's text, through one server-side cursor in one
 * read-only snapshot. Batches grow or shrink to about a megabyte. Breaking off the loop, or the signal, cancels the
 * query.
 * @throws QueryTimeoutError, DatabaseUnavailableError.
 */
export async function* cursorRows(
  sql: Prisma.Sql,
  { maxRows, signal }: { maxRows: number; signal?: AbortSignal },
): AsyncGenerator<(string | null)[][]> {
  signal?.throwIfAborted();
  const client = await connect();
  const cancel = () => cancelQuery(client);
  signal?.addEventListener("abort", cancel, { once: true });
  let isSpent = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query({ text: `DECLARE rows NO SCROLL CURSOR FOR ${sql.text}`, values: sql.values });
    let count = Math.min(FIRST_ROWS, maxRows);
    let fetching = fetchRows(client, count);
    while (true) {
      const { rows } = await fetching;
      signal?.throwIfAborted();
      const isLast = rows.length < count;
      if (!isLast) {
        count = Math.max(1, Math.min(maxRows, Math.floor((count * WANTED_BYTES) / bytesOf(rows))));
        // The database makes the next batch while the reader works on this one.
        fetching = fetchRows(client, count);
        fetching.catch(ignore);
      }
      if (rows.length > 0) yield rows;
      if (isLast) break;
    }
    await client.query("COMMIT");
    isSpent = true;
  } catch (error) {
    signal?.throwIfAborted();
    return rethrow(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
    if (!isSpent) cancel();
    // A connection with a query or transaction still open isn't given to others.
    client.release(!isSpent || signal?.aborted === true);
  }
}

async function connect(): Promise<pg.PoolClient> {
  const downloads = cursorPool();
  try {
    return await downloads.connect();
  } catch (error) {
    const isFull = downloads.totalCount >= downloads.options.max && downloads.idleCount === 0;
    if (!isFull) return rethrow(error);
    throw new DatabaseUnavailableError(
      `${downloads.options.max} downloads are on, which is the most at once; try again when one has ended.`,
      { cause: error },
    );
  }
}

function fetchRows(client: pg.PoolClient, count: number): Promise<pg.QueryArrayResult<(string | null)[]>> {
  return client.query({ text: `FETCH ${count} FROM rows`, rowMode: "array", types: asText });
}

/** Ends what the connection's server process is doing; that process notices a closed socket only when it next writes. */
function cancelQuery(client: pg.PoolClient): void {
  const processId: unknown = Reflect.get(client, "processID");
  // Without an answer the query ends by itself when it next writes.
  pool()
    .query("SELECT pg_cancel_backend($1)", [processId])
    .catch(() => undefined);
}

function ignore(): void {}

function bytesOf(rows: (string | null)[][]): number {
  let bytes = 1;
  for (const row of rows) for (const value of row) bytes += value?.length ?? 0;
  return bytes;
}

function rethrow(error: unknown): never {
  throw databaseError(error);
}

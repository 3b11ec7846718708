import { Duplex } from "node:stream";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { databaseError, DatabaseUnavailableError } from "./database-error.ts";
import { literalSql } from "./literal-sql.ts";
import { downloadPool, pool } from "./pool.ts";
import type { Prisma } from "./prisma.ts";

/** A reader that takes nothing for so long holds a snapshot for nobody. */
const STALLED_READER_MS = 10 * 60_000;

/** `csv`: Postgres's own, its lines ended by a line feed; `binary`: its format of that name. */
export type CopyFormat = "csv" | "binary";

/**
 * The rows of a query of any size as COPY writes them, in chunks that end anywhere, in constant memory and from one
 * snapshot: Postgres waits for the reader. Breaking off the loop, or the signal, cancels the query;
 * so does a reader who takes no chunk for `stalledMs`, ten minutes when absent.
 * @throws QueryTimeoutError, DatabaseUnavailableError.
 */
export async function* copyOut(
  sql: Prisma.Sql,
  { format, signal, stalledMs = STALLED_READER_MS }: { format: CopyFormat; signal?: AbortSignal; stalledMs?: number },
): AsyncGenerator<Buffer> {
  signal?.throwIfAborted();
  const client = await connect();
  const cancel = () => cancelQuery(client);
  signal?.addEventListener("abort", cancel, { once: true });
  let isSpent = false;
  try {
    const stream = client.query(copyTo(`COPY (${literalSql(sql)}) TO STDOUT (FORMAT ${format})`));
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      // Postgres, which waits for its bytes to be taken, sees nothing but the end of the connection.
      const stalled = setTimeout(() => socketOf(client)?.destroy(), stalledMs);
      try {
        yield chunk;
      } finally {
        clearTimeout(stalled);
      }
    }
    isSpent = true;
  } catch (error) {
    signal?.throwIfAborted();
    throw databaseError(error);
  } finally {
    signal?.removeEventListener("abort", cancel);
    if (isSpent) client.release(signal?.aborted === true);
    else {
      cancel();
      // A connection with a query still on isn't given to others; what is on its way nobody reads, so its end wouldn't
      // be seen either.
      client.release(true);
      socketOf(client)?.destroy();
    }
  }
}

async function connect(): Promise<pg.PoolClient> {
  const downloads = downloadPool();
  try {
    return await downloads.connect();
  } catch (error) {
    const isFull = downloads.totalCount >= downloads.options.max && downloads.idleCount === 0;
    if (!isFull) throw databaseError(error);
    throw new DatabaseUnavailableError(
      `${downloads.options.max} downloads are on, which is the most at once; try again when one has ended.`,
      { cause: error },
    );
  }
}

function socketOf(client: pg.PoolClient): Duplex | null {
  const connection: unknown = Reflect.get(client, "connection");
  const stream: unknown = connection instanceof Object ? Reflect.get(connection, "stream") : null;
  return stream instanceof Duplex ? stream : null;
}

/** Ends what the connection's server process is doing; that process notices a closed socket only when it next writes. */
function cancelQuery(client: pg.PoolClient): void {
  const processId: unknown = Reflect.get(client, "processID");
  // Without an answer the query ends by itself when it next writes.
  pool()
    .query("SELECT pg_cancel_backend($1)", [processId])
    .catch(() => undefined);
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { z } from "zod";
import { yardstick } from "./yardstick.ts";

// The quickest way of rows into Postgres: COPY of files that hold them, over one connection, a transaction for each table.

const tableFile = z.object({ table: z.string(), columns: z.string(), file: z.string() });
const input = z.object({
  databaseUrl: z.string(),
  /** Not timed: what the rows refer to. */
  before: z.array(tableFile),
  tables: z.array(tableFile),
});

await yardstick(input, async ({ databaseUrl, before, tables }) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const copy = async ({ table, columns, file }: z.infer<typeof tableFile>) => {
    const stream = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`));
    await pipeline(createReadStream(file, { highWaterMark: 256 * 1024 }), stream);
    return stream.rowCount;
  };
  for (const each of before) await copy(each);
  await client.query("CHECKPOINT");
  let [count, bytes] = [0, 0];
  const started = performance.now();
  for (const each of tables) {
    count = await copy(each);
    bytes += (await stat(each.file)).size;
  }
  const elapsedMs = performance.now() - started;
  await client.end();
  return { elapsedMs, count, bytes };
});

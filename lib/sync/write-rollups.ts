import type { ClientBase } from "pg";
import { type Rollup, ROLLUPS } from "./rollups.ts";
import { writeNewestEvents } from "./write-newest-events.ts";

/** Adds what the transaction's `moved` rows say to the rollups; a count that comes to nothing leaves no row. */
export async function writeRollups(client: ClientBase): Promise<void> {
  for (const { table, columns, from } of ROLLUPS) {
    const key = [...columns, "access", "outcome"].join(", ");
    await client.query(`
      INSERT INTO ${table} AS r (${key}, events)
      SELECT ${key}, sum(events) FROM ${from}
      GROUP BY ${key} HAVING sum(events) <> 0 ORDER BY ${key}
      ON CONFLICT (${key}) DO UPDATE SET events = r.events + excluded.events`);
  }
  const { rowCount } = await client.query("SELECT FROM moved WHERE events < 0 LIMIT 1");
  if (rowCount !== 0) for (const rollup of ROLLUPS) await removeEmpty(client, rollup);
  await writeNewestEvents(client);
}

async function removeEmpty(client: ClientBase, { table, columns, nullable, from }: Rollup): Promise<void> {
  const key = [...columns, "access", "outcome"];
  // Neither a number of ours nor a text of an event is ever 0 or empty.
  const none = (column: string) => (column.endsWith("_ref") ? "0" : "''");
  const value = (row: string, column: string) =>
    nullable.includes(column) ? `coalesce(${row}.${column}, ${none(column)})` : `${row}.${column}`;
  const same = key.map((column) => `${value("r", column)} = ${value("m", column)}`).join(" AND ");
  await client.query(`
    DELETE FROM ${table} r USING (SELECT DISTINCT ${key.join(", ")} FROM ${from} WHERE events < 0) m
    WHERE r.events = 0 AND ${same}`);
}

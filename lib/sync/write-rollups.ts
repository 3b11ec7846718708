import type { ClientBase } from "pg";
import { writeNewestEvents } from "./write-newest-events.ts";

const ROLLUPS = [
  { table: "rollup_hour", key: ["hour", "action_ref"], where: "" },
  { table: "rollup_day_project", key: ["project_ref", "day"], where: "WHERE project_ref IS NOT NULL" },
  { table: "rollup_day_principal", key: ["principal_ref", "day"], where: "" },
];

/** Adds what the transaction's `moved` rows say to the rollups; a count that comes to nothing leaves no row. */
export async function writeRollups(client: ClientBase): Promise<void> {
  for (const { table, key, where } of ROLLUPS) {
    const columns = [...key, "access", "outcome"].join(", ");
    await client.query(`
      INSERT INTO ${table} AS r (${columns}, events)
      SELECT ${columns}, sum(events) FROM moved ${where}
      GROUP BY ${columns} HAVING sum(events) <> 0 ORDER BY ${columns}
      ON CONFLICT (${columns}) DO UPDATE SET events = r.events + excluded.events`);
    const same = [...key, "access", "outcome"].map((column) => `r.${column} = m.${column}`).join(" AND ");
    await client.query(`DELETE FROM ${table} r USING moved m WHERE m.events < 0 AND r.events = 0 AND ${same}`);
  }
  await writeNewestEvents(client);
}

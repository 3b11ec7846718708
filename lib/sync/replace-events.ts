import type { ClientBase } from "pg";
import { EVENT_COLUMNS, movedFrom, NAMED_BY_STAGED } from "./event-columns.ts";

/**
 * Writes the events that `replaced` lists anew from their staged records: typed columns and, through `moved`, rollups.
 * What it leaves alone: commit, deliveries, and the record itself.
 */
export async function replaceEvents(client: ClientBase, derivation: number): Promise<void> {
  const chosen = "event e JOIN replaced r ON r.event_id = e.event_id";
  await client.query(movedFrom(chosen, -1));
  await client.query(
    `UPDATE event e SET ${EVENT_COLUMNS.map(([column, value]) => `${column} = ${value}`).join(", ")}, derivation = $1
     FROM replaced r JOIN staged s ON s.ctid = r.place ${NAMED_BY_STAGED}
     WHERE e.event_id = r.event_id`,
    [derivation],
  );
  await client.query(movedFrom(chosen, 1));
}

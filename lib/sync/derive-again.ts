import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { DERIVATION_VERSION, deriveEvent } from "#lib/codestar/derive-event.ts";
import { pool } from "#lib/db/pool.ts";
import { copyStaged } from "./copy-staged.ts";
import { assignRelated, reassignRelated } from "./related-projects.ts";
import { replaceEvents } from "./replace-events.ts";
import { stagedEvent } from "./staged-row.ts";
import { prepareStaging } from "./staging.ts";
import { writeDimensions } from "./write-dimensions.ts";
import { writeRollups } from "./write-rollups.ts";

const BATCH = 2_000;

type Stored = { event_id: string; log_file_id: number; position: number; is_related: boolean; record: string };

/**
 * Derives the events again that an older version of the derivation wrote, from their records, batch by batch: each is
 * committed with its rollups, so that it can be stopped and taken up at any point. Only for who holds the pass lock.
 * Returns how many it derived; those whose record is refused now keep their columns.
 */
export async function deriveAgain(
  options: { signal?: AbortSignal; onProgress?: (done: number) => void; batch?: number } = {},
): Promise<number> {
  const version = DERIVATION_VERSION;
  const client = await pool().connect();
  let done = 0;
  try {
    await prepareStaging(client);
    while (options.signal?.aborted !== true) {
      await client.query("BEGIN");
      const { rows } = await client.query<Stored>(
        `SELECT e.event_id, e.log_file_id, e.position, e.is_related, r.record::text AS record
         FROM (SELECT * FROM event WHERE derivation < $1 ORDER BY derivation LIMIT $2) e JOIN event_record r USING (event_id)`,
        [version, options.batch ?? BATCH],
      );
      if (rows.length > 0) {
        const copy = copyStaged(client);
        for (const row of rows) {
          const line = stagedAgain(row);
          if (line !== null) await copy.write(Buffer.from(line));
        }
        await copy.end();
        await client.query("INSERT INTO replaced (event_id, place) SELECT event_id, ctid FROM staged");
        await writeDimensions(client, { isRenaming: true });
        await replaceEvents(client, version);
        await writeRollups(client);
        await assignRelated(client);
        await client.query("UPDATE event SET derivation = $1 WHERE event_id = ANY ($2) AND derivation < $1", [
          version,
          rows.map((row) => row.event_id),
        ]);
      }
      await client.query("COMMIT");
      if (rows.length === 0) break;
      done += rows.length;
      options.onProgress?.(done);
    }
    if (done > 0) {
      await removeUnnamed();
      await reassignRelated();
    }
    return done;
  } finally {
    client.release(true);
  }
}

/** Whether any event was written by an older version of the derivation. */
export async function isDerivationDue(): Promise<boolean> {
  const { rowCount } = await pool().query("SELECT FROM event WHERE derivation < $1 LIMIT 1", [DERIVATION_VERSION]);
  return rowCount !== 0;
}

/** The staging row of a stored event under its stored id, or null when its record is refused now. */
function stagedAgain(row: Stored): string | null {
  const record = parseEventRecord(JSON.parse(row.record));
  const event = record && deriveEvent(record, Buffer.from(row.record));
  if (!event || "rejected" in event) return null;
  return stagedEvent(
    { fileId: row.log_file_id, position: row.position },
    { ...event, eventId: row.event_id },
    row.record,
    row.is_related,
  );
}

/** Principals and projects that nothing names any more, because they are told apart otherwise now. */
async function removeUnnamed(): Promise<void> {
  await pool().query("DELETE FROM principal p WHERE NOT EXISTS (SELECT FROM event e WHERE e.principal_ref = p.id)");
  await pool().query("DELETE FROM project j WHERE NOT EXISTS (SELECT FROM event e WHERE e.project_ref = j.id)");
}

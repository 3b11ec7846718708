import { pool } from "#lib/db/pool.ts";
import { movedFrom } from "#lib/sync/event-columns.ts";
import { ROLLUPS } from "#lib/sync/rollups.ts";
import { prepareStaging } from "#lib/sync/staging.ts";
import { writeRollups } from "#lib/sync/write-rollups.ts";

/** Adds events of a commit that a test has put into `event` to the rollups, as the ingest does. */
export async function rollUp(commitNo: number): Promise<void> {
  const client = await pool().connect();
  try {
    await prepareStaging(client);
    await client.query("BEGIN");
    await client.query(movedFrom(`(SELECT * FROM event WHERE commit_no = ${commitNo}) AS e`, 1));
    await writeRollups(client);
    await client.query("COMMIT");
  } finally {
    client.release(true);
  }
}

/** Makes the rollups anew for a test that has changed events behind their back. */
export async function rollUpAnew(): Promise<void> {
  await pool().query(`TRUNCATE ${ROLLUPS.map(({ table }) => table).join(", ")}, newest_event`);
  const { rows } = await pool().query<{ no: number }>("SELECT no FROM ingest_commit ORDER BY 1");
  for (const { no } of rows) await rollUp(no);
}

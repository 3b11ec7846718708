import type { ClientBase } from "pg";
import { pool } from "#lib/db/pool.ts";
import type { DueFile } from "./due-file.ts";

type OfRun = { runId: number; trailId: number };

/** Writes down files that a pass is to read, inside the transaction that puts them into the ledger. */
export async function queueDue(client: Pick<ClientBase, "query">, run: OfRun, files: DueFile[]): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map((file) => ({
    log_file_id: file.id,
    etag: file.etag,
    size_bytes: file.sizeBytes,
    storage_class: file.storageClass,
    last_modified: file.lastModified?.toISOString() ?? null,
    is_standing: file.isStanding,
  }));
  await client.query(
    `INSERT INTO due_file (sync_run_id, trail_id, log_file_id, etag, size_bytes, storage_class, last_modified, is_standing)
     SELECT $1, $2, v.* FROM json_to_recordset($3::json) AS v (
       log_file_id bigint, etag text, size_bytes bigint, storage_class text, last_modified timestamptz, is_standing boolean)`,
    [run.runId, run.trailId, JSON.stringify(rows)],
  );
}

/** The next files after a number, with the number of the last of them; those of numbers from `from` up to it are let go. */
export async function takeDue(
  run: OfRun,
  { from, after, limit }: { from: number; after: number; limit: number },
): Promise<{ files: DueFile[]; last: number }> {
  const { rows } = await pool().query<DueFile & { no: number }>(
    `WITH done AS (
       DELETE FROM due_file WHERE sync_run_id = $1 AND trail_id = $2 AND no > $3 AND no <= $4
     )
     SELECT no, log_file_id AS id, trail_id AS "trailId", (SELECT key FROM log_file f WHERE f.id = log_file_id) AS key,
       etag, size_bytes AS "sizeBytes", storage_class AS "storageClass", last_modified AS "lastModified",
       is_standing AS "isStanding"
     FROM due_file WHERE sync_run_id = $1 AND trail_id = $2 AND no > $4 ORDER BY no LIMIT $5`,
    [run.runId, run.trailId, from, after, limit],
  );
  return { files: rows, last: rows.at(-1)?.no ?? after };
}

/** Forgets what a run has left of a trail; without a run, all that passes left which didn't come to their end. */
export async function clearDue(run: OfRun | null): Promise<void> {
  if (run === null) return void (await pool().query("DELETE FROM due_file"));
  await pool().query("DELETE FROM due_file WHERE sync_run_id = $1 AND trail_id = $2", [run.runId, run.trailId]);
}

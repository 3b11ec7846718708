import type { ClientBase } from "pg";
import { columnOf, COUNTER_NAMES, type Counters } from "./counters.ts";
import type { LedgerRow } from "./ledger-row.ts";

const READ_COLUMNS = [
  "etag",
  "size_bytes",
  "storage_class",
  "last_modified",
  "sha256",
  "uncompressed_bytes",
  "records_read",
  "events_inserted",
  "records_duplicate",
  "records_filtered",
  "records_rejected",
] as const;

/** Writes what became of files to the ledger, inside the ingest transaction. */
export async function writeLedger(
  client: ClientBase,
  rows: LedgerRow[],
  options: { runId: number; commitNo: number; fingerprint: string },
): Promise<void> {
  await client.query(
    `UPDATE log_file f SET
       state = v.state, reason = v.reason, is_due = v.is_due, attempts = f.attempts + 1, read_run_id = $4,
       ${READ_COLUMNS.map((name) => `${name} = CASE WHEN v.is_read THEN v.${name} ELSE f.${name} END`).join(", ")},
       rules_fingerprint = CASE WHEN v.is_ingested THEN $2 WHEN v.is_read THEN NULL ELSE f.rules_fingerprint END,
       commit_no = CASE WHEN v.is_ingested THEN $3 ELSE f.commit_no END,
       content_commit_no = CASE WHEN v.is_ingested THEN coalesce(f.content_commit_no, $3) ELSE f.content_commit_no END,
       same_bytes_at = CASE WHEN f.sha256 = v.sha256 AND f.etag <> v.etag THEN now()
         WHEN f.sha256 = v.sha256 OR NOT v.is_read THEN f.same_bytes_at END,
       expired_at = CASE WHEN v.state = 'expired' THEN coalesce(f.expired_at, now()) END,
       ingested_at = CASE WHEN v.is_ingested THEN now() WHEN v.is_read THEN NULL ELSE f.ingested_at END
     FROM json_to_recordset($1::json) AS v (
       id bigint, state log_file_state, reason text, is_due boolean, is_read boolean, is_ingested boolean,
       etag text, size_bytes bigint, storage_class text, last_modified timestamptz, sha256 text,
       uncompressed_bytes bigint, records_read bigint, events_inserted bigint, records_duplicate bigint,
       records_filtered bigint, records_rejected bigint)
     WHERE f.id = v.id`,
    [JSON.stringify(rows), options.fingerprint, options.commitNo, options.runId],
  );
}

/** Adds to the counters of a run's trail. */
export async function addToRun(
  client: Pick<ClientBase, "query">,
  run: { runId: number; trailId: number },
  counts: Partial<Counters>,
): Promise<void> {
  const names = COUNTER_NAMES.filter((name) => (counts[name] ?? 0) !== 0);
  if (names.length === 0) return;
  const changes = names.map((name, index) => `${columnOf(name)} = ${columnOf(name)} + $${index + 3}`);
  await client.query(`UPDATE sync_run_trail SET ${changes.join(", ")} WHERE sync_run_id = $1 AND trail_id = $2`, [
    run.runId,
    run.trailId,
    ...names.map((name) => counts[name]),
  ]);
}

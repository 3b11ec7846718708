import { pool } from "#lib/db/pool.ts";

export type StoredFile = {
  key: string;
  state: string;
  reason: string | null;
  attempts: number;
  recordsRead: number;
  eventsInserted: number;
  recordsDuplicate: number;
  recordsFiltered: number;
  recordsRejected: number;
  sha256: string | null;
};

/** The ledger in the order of keys. */
export async function storedFiles(): Promise<StoredFile[]> {
  const { rows } = await pool().query<StoredFile>(
    `SELECT key, state, reason, attempts, records_read AS "recordsRead", events_inserted AS "eventsInserted",
       records_duplicate AS "recordsDuplicate", records_filtered AS "recordsFiltered",
       records_rejected AS "recordsRejected", sha256
     FROM log_file ORDER BY key`,
  );
  return rows;
}

/** Every event with all that it says and the file it comes from; nothing in it depends on when or in which order it came. */
export async function storedEvents(): Promise<{ id: string; file: string; record: string }[]> {
  const { rows } = await pool().query<{ id: string; file: string; record: string }>(
    `SELECT e.event_id AS id, f.key AS file, r.record::text AS record, e.event_time, e.summary, e.access, e.outcome,
       e.principal_name, e.region, a.event_name, p.key AS principal, p.name AS principal_label, j.project_id
     FROM event e
     JOIN event_record r USING (event_id)
     JOIN log_file f ON f.id = e.log_file_id
     JOIN action a ON a.id = e.action_ref
     JOIN principal p ON p.id = e.principal_ref
     LEFT JOIN project j ON j.id = e.project_ref
     ORDER BY e.event_id`,
  );
  return rows;
}

/** What the last run says of its trails, by address. */
export async function lastRun(): Promise<{ state: string; error: string | null; trails: Record<string, string> }> {
  const { rows } = await pool().query<{ state: string; error: string | null; trails: Record<string, string> | null }>(
    `SELECT r.state, r.error,
       (SELECT json_object_agg(t.url, s.state)::jsonb FROM sync_run_trail s JOIN trail t ON t.id = s.trail_id
        WHERE s.sync_run_id = r.id) AS trails
     FROM sync_run r ORDER BY r.id DESC LIMIT 1`,
  );
  return { state: rows[0]?.state ?? "", error: rows[0]?.error ?? null, trails: rows[0]?.trails ?? {} };
}

import { expect } from "vitest";
import { pool } from "#lib/db/pool.ts";

/**
 * What must hold after any pass: each file's and each run's counts balance, every event is counted once in the ledger,
 * has its record and its lowest delivery, and the rollups are what a plain group by gives.
 */
export async function expectSoundDatabase(options: { isEveryEventOwned?: boolean } = {}): Promise<void> {
  const none = async (name: string, sql: string) => {
    const { rows } = await pool().query(sql);
    expect({ [name]: rows }).toEqual({ [name]: [] });
  };
  await none(
    "files balance",
    `SELECT key FROM log_file
     WHERE records_read <> events_inserted + records_duplicate + records_filtered + records_rejected`,
  );
  if (options.isEveryEventOwned !== false) {
    await none(
      "every event is counted once",
      `SELECT * FROM (SELECT (SELECT coalesce(sum(events_inserted), 0) FROM log_file) AS ledger, (SELECT count(*) FROM event) AS events) t
       WHERE ledger <> events`,
    );
  }
  await none(
    "every event has its record",
    "SELECT event_id FROM event FULL JOIN event_record r USING (event_id) WHERE event.event_id IS NULL OR r.event_id IS NULL",
  );
  await none(
    "the file of an event is its lowest delivery",
    `SELECT e.event_id FROM event e JOIN log_file f ON f.id = e.log_file_id
     WHERE (f.key, f.trail_id) <> (
       SELECT d.key, d.trail_id FROM (
         SELECT g.key, g.trail_id FROM log_file g WHERE g.id = e.inserted_from
         UNION ALL
         SELECT g.key, g.trail_id FROM event_delivery v JOIN log_file g ON g.id = v.log_file_id WHERE v.event_id = e.event_id
       ) d ORDER BY d.key COLLATE "C", d.trail_id LIMIT 1)`,
  );
  await none(
    "commits are numbered without a gap",
    "SELECT no FROM ingest_commit WHERE no > (SELECT count(*) FROM ingest_commit)",
  );
  const rollups = [
    ["rollup_hour", "date_trunc('hour', event_time, 'UTC')", "hour", "action_ref", "true"],
    ["rollup_day_project", "(event_time AT TIME ZONE 'UTC')::date", "day", "project_ref", "project_ref IS NOT NULL"],
    ["rollup_day_principal", "(event_time AT TIME ZONE 'UTC')::date", "day", "principal_ref", "true"],
  ];
  for (const [table, time, column, ref, where] of rollups) {
    await none(
      `${table} is the plain group by`,
      `WITH plain AS (SELECT ${time} AS ${column}, ${ref}, access, outcome, count(*) AS events FROM event WHERE ${where} GROUP BY 1, 2, 3, 4)
       (SELECT * FROM plain EXCEPT SELECT ${column}, ${ref}, access, outcome, events FROM ${table})
       UNION ALL (SELECT ${column}, ${ref}, access, outcome, events FROM ${table} EXCEPT SELECT * FROM plain)`,
    );
  }
}

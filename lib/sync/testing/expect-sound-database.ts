import { expect } from "vitest";
import { pool } from "#lib/db/pool.ts";

/**
 * What must hold after any pass: each file's and each run's counts balance, every event is counted once in the ledger
 * (with the file that inserted it, its earlier contents included), has its record and its lowest delivery, what files
 * lack of earlier contents is marked soundly, and the rollups are what a plain group by gives.
 */
export async function expectSoundDatabase(): Promise<void> {
  const none = async (name: string, sql: string) => {
    const { rows } = await pool().query(sql);
    expect({ [name]: rows }).toEqual({ [name]: [] });
  };
  await none(
    "files balance",
    `SELECT key FROM log_file
     WHERE records_read <> events_inserted + records_duplicate + records_filtered + records_rejected`,
  );
  await none(
    "passes balance",
    `SELECT sync_run_id FROM sync_run_trail WHERE state IN ('complete', 'partial')
       AND files_listed <> files_ingested + files_unchanged + files_skipped + files_failed`,
  );
  await none(
    "every event is counted once, with its file",
    `SELECT f.key, f.events_inserted, v.earlier, e.events FROM log_file f
       LEFT JOIN (SELECT log_file_id AS id, sum(events_inserted) AS earlier FROM log_file_version GROUP BY 1) v USING (id)
       LEFT JOIN (SELECT inserted_from AS id, count(*) AS events FROM event GROUP BY 1) e USING (id)
     WHERE f.events_inserted + coalesce(v.earlier, 0) <> coalesce(e.events, 0)`,
  );
  await none(
    "the contents of a file follow on each other",
    `SELECT * FROM (SELECT f.id, v.to_commit_no,
         coalesce(lead(v.from_commit_no) OVER (PARTITION BY f.id ORDER BY v.from_commit_no), f.content_commit_no) AS next
       FROM log_file f JOIN log_file_version v ON v.log_file_id = f.id) t
     WHERE to_commit_no IS DISTINCT FROM next`,
  );
  await none(
    "what is marked as withdrawn was delivered before",
    `SELECT w.* FROM withdrawal w WHERE NOT EXISTS (
       SELECT FROM (SELECT event_id, inserted_from AS id, commit_no FROM event
                    UNION ALL SELECT event_id, log_file_id, commit_no FROM event_delivery) d
       WHERE d.event_id = w.event_id AND d.id = w.log_file_id AND d.commit_no < w.from_commit_no)`,
  );
  await none(
    "the marks of one record don't overlap",
    `SELECT w.* FROM withdrawal w JOIN withdrawal x ON x.event_id = w.event_id AND x.log_file_id = w.log_file_id
       AND x.sha256 IS NOT DISTINCT FROM w.sha256 AND x.id > w.id
     WHERE int8range(w.from_commit_no, w.to_commit_no) && int8range(x.from_commit_no, x.to_commit_no)`,
  );
  await none(
    "a file that turned bad holds nothing",
    `SELECT f.key, d.event_id FROM log_file f JOIN (
         SELECT event_id, inserted_from AS id FROM event UNION ALL SELECT event_id, log_file_id FROM event_delivery) d USING (id)
     WHERE f.state = 'failed' AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.event_id = d.event_id
       AND w.log_file_id = f.id AND w.sha256 IS NULL AND w.to_commit_no IS NULL AND w.is_certain)`,
  );
  await none(
    "rejected records are counted",
    `SELECT f.key, f.records_rejected, r.records FROM log_file f LEFT JOIN (
         SELECT log_file_id AS id, count(*) AS records FROM rejected_record WHERE withdrawn_commit_no IS NULL GROUP BY 1) r USING (id)
     WHERE f.records_rejected <> coalesce(r.records, 0)`,
  );
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
  await none(
    "newest_event is the newest of the place",
    `WITH plain AS (SELECT account_id, region, max(event_time) AS event_time FROM event
       WHERE NOT is_related AND account_id IS NOT NULL AND region IS NOT NULL GROUP BY 1, 2)
     (SELECT * FROM plain EXCEPT SELECT account_id, region, event_time FROM newest_event)
     UNION ALL (SELECT account_id, region, event_time FROM newest_event EXCEPT SELECT * FROM plain)`,
  );
  await none(
    "trail_region has the newest log file of the place",
    `WITH plain AS (SELECT trail_id, account_id, region,
         max(least(last_modified, (folder_date + 1)::timestamp AT TIME ZONE 'UTC')) AS at
       FROM log_file WHERE key ~ '(^|/)AWSLogs/.*/CloudTrail/[^/]+/\\d{4}/\\d\\d/\\d\\d/[^/]+$' AND account_id IS NOT NULL
       GROUP BY 1, 2, 3)
     SELECT * FROM plain FULL JOIN trail_region r USING (trail_id, account_id, region)
     WHERE plain.at IS NULL OR r.newest_log_file_at IS NULL OR r.newest_log_file_at < plain.at`,
  );
  await none(
    "a project is confirmed when a call on it succeeded",
    `SELECT id FROM project p WHERE is_confirmed IS DISTINCT FROM EXISTS (
       SELECT FROM event e WHERE e.project_ref = p.id AND e.outcome = 'success' AND NOT e.is_related)`,
  );
  await none(
    "a related event belongs to the project with the longest id that its mark can mean",
    `SELECT e.event_id, e.related_mark, e.related_project_ref FROM event e WHERE e.related_project_ref IS DISTINCT FROM (
       SELECT p.id FROM project p WHERE p.account_id = e.related_account
         AND coalesce(p.region = e.related_region, true)
         AND CASE WHEN e.related_is_exact THEN p.project_id = e.related_mark
           ELSE left(e.related_mark || '-', length(p.project_id) + 1) = p.project_id || '-' END
       ORDER BY p.is_confirmed IS TRUE DESC, length(p.project_id) DESC, p.region COLLATE "C" LIMIT 1)`,
  );
  const day = "(event_time AT TIME ZONE 'UTC')::date";
  const place = "account_id, region, error_code";
  const rollups: [table: string, columns: string, counted: string, from?: string][] = [
    ["rollup_hour", "hour, action_ref", "date_trunc('hour', event_time, 'UTC') AS hour, action_ref"],
    ["rollup_day_project", "day, project_ref", `${day} AS day, project_ref`],
    ["rollup_day_principal", "day, principal_ref", `${day} AS day, principal_ref`],
    ["rollup_day_place", `day, ${place}`, `${day} AS day, ${place}`],
    ["rollup_action", `action_ref, ${place}`, `action_ref, ${place}`],
    [
      "rollup_total",
      `principal_ref, action_ref, project_ref, ${place}`,
      `principal_ref, action_ref, project_ref, ${place}`,
    ],
    ...[
      ["source_ip", "principal_ref"],
      ["access_key_id", "principal_ref"],
      ["subject_arn", "action_ref, project_ref"],
      ["resource_arn", "action_ref, project_ref"],
    ].map(([field, refs]): [string, string, string, string] => [
      "rollup_value",
      `value, ${refs}`,
      `${field} AS value, ${refs}`,
      `(SELECT value, ${refs}, access, outcome, events FROM rollup_value WHERE field = '${field}') r`,
    ]),
  ];
  for (const [table, columns, counted, from = table] of rollups) {
    await none(
      `${table} is the plain group by`,
      `WITH rows AS (SELECT ${counted}, access, outcome FROM event WHERE NOT is_related),
         plain AS (SELECT ${columns}, access, outcome, count(*) AS events FROM rows GROUP BY ${columns}, access, outcome),
         kept AS (SELECT ${columns}, access, outcome, events FROM ${from})
       (SELECT * FROM plain EXCEPT ALL SELECT * FROM kept) UNION ALL (SELECT * FROM kept EXCEPT ALL SELECT * FROM plain)`,
    );
  }
}

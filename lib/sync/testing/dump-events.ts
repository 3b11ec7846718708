import { pool } from "#lib/db/pool.ts";

/**
 * All that must not depend on the order in which files came, by natural keys: events with records and files, every
 * delivery, conflicts, what principals are called, rejected records, what files lack, and the rollups.
 */
export async function dumpEvents(): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  const queries = {
    events: `SELECT a.event_source, a.event_name, p.key AS principal, j.project_id, x.project_id AS related_project, f.key AS log_file, r.record::text,
        (to_jsonb(e) - '{commit_no,log_file_commit_no,inserted_from,log_file_id,action_ref,principal_ref,project_ref,related_project_ref}'::text[])::text AS event
      FROM event e JOIN event_record r USING (event_id) JOIN action a ON a.id = e.action_ref
        JOIN principal p ON p.id = e.principal_ref LEFT JOIN project j ON j.id = e.project_ref
        LEFT JOIN project x ON x.id = e.related_project_ref
        JOIN log_file f ON f.id = e.log_file_id
      ORDER BY e.event_id`,
    deliveries: `SELECT event_id, key FROM (
        SELECT event_id, inserted_from AS id FROM event UNION ALL SELECT event_id, log_file_id FROM event_delivery) d
      JOIN log_file f USING (id) ORDER BY 1, 2`,
    conflicts: `SELECT c.event_id, f.key, c.position, c.sha256, c.record::text FROM event_conflict c JOIN log_file f ON f.id = c.log_file_id
      ORDER BY 1, 2, 3, 4`,
    principals: "SELECT key, type, name, arn, account_id, named_by_time, named_by_event_id FROM principal ORDER BY 1",
    projects: "SELECT account_id, region, project_id, is_confirmed FROM project ORDER BY 1, 2, 3",
    rejected: `SELECT f.key, r.position, r.reason, encode(r.bytes, 'hex') AS bytes FROM rejected_record r JOIN log_file f ON f.id = r.log_file_id
      WHERE r.withdrawn_commit_no IS NULL ORDER BY 1, 2`,
    withdrawn: `SELECT w.event_id, f.key, w.sha256, w.is_certain FROM withdrawal w JOIN log_file f ON f.id = w.log_file_id
      WHERE w.to_commit_no IS NULL ORDER BY 1, 2, 3`,
    hours: `SELECT hour, event_source, event_name, access, outcome, events FROM rollup_hour JOIN action a ON a.id = action_ref
      ORDER BY 1, 2, 3, 4, 5`,
    files: "SELECT key, state, sha256, records_read, records_filtered, records_rejected FROM log_file ORDER BY 1",
  };
  for (const [name, sql] of Object.entries(queries)) dump[name] = (await pool().query(sql)).rows;
  return dump;
}

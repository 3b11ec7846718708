import type { ClientBase } from "pg";

/** What a principal is named by: the newest event, and among versions of that event the greatest name. */
const NAMING = (row: string, time: string, id: string, name: string, arn: string, account: string, type: string) =>
  `(${row}.${time}, ${row}.${id} COLLATE "C", ${row}.${name} COLLATE "C", coalesce(${row}.${arn}, '') COLLATE "C",
    coalesce(${row}.${account}, '') COLLATE "C", ${row}.${type} COLLATE "C")`;

/**
 * Adds the actions, projects and principals that staged records name and that are new. A principal is called as in its
 * newest event, so that the order of files doesn't matter. With `isRenaming` that event's name counts even if it is
 * the one that named it before (names are derived, and derivation changes).
 */
export async function writeDimensions(client: ClientBase, options: { isRenaming?: boolean } = {}): Promise<void> {
  await client.query(`
    INSERT INTO action (event_source, event_name)
    SELECT DISTINCT s.event_source, s.event_name FROM staged s
    WHERE s.event_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM action a WHERE a.event_source = s.event_source AND a.event_name = s.event_name)
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING`);
  await client.query(`
    INSERT INTO project (account_id, region, project_id)
    SELECT DISTINCT s.project_account_id, s.project_region, s.project_id FROM staged s
    WHERE s.project_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM project j
      WHERE j.account_id = s.project_account_id AND j.region = s.project_region AND j.project_id = s.project_id)
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING`);
  const newest = `
    SELECT DISTINCT ON (principal_key) principal_key, principal_type, principal_label, principal_key_arn,
      principal_account_id, event_time, event_id
    FROM staged WHERE event_id IS NOT NULL
    ORDER BY principal_key, event_time DESC, event_id COLLATE "C" DESC, principal_label COLLATE "C" DESC,
      coalesce(principal_key_arn, '') COLLATE "C" DESC, coalesce(principal_account_id, '') COLLATE "C" DESC,
      principal_type COLLATE "C" DESC`;
  const staged = NAMING(
    "n",
    "event_time",
    "event_id",
    "principal_label",
    "principal_key_arn",
    "principal_account_id",
    "principal_type",
  );
  const stored = NAMING("p", "named_by_time", "named_by_event_id", "name", "arn", "account_id", "type");
  const isNewer = options.isRenaming
    ? `(n.event_time, n.event_id COLLATE "C") >= (p.named_by_time, p.named_by_event_id COLLATE "C")`
    : `${staged} > ${stored}`;
  await client.query(`
    UPDATE principal p SET type = n.principal_type, name = n.principal_label, arn = n.principal_key_arn,
      account_id = n.principal_account_id, named_by_time = n.event_time, named_by_event_id = n.event_id
    FROM (${newest}) n WHERE p.key = n.principal_key AND ${isNewer}`);
  await client.query(`
    INSERT INTO principal (key, type, name, arn, account_id, named_by_time, named_by_event_id)
    SELECT n.principal_key, n.principal_type, n.principal_label, n.principal_key_arn, n.principal_account_id,
      n.event_time, n.event_id
    FROM (${newest}) n WHERE NOT EXISTS (SELECT FROM principal p WHERE p.key = n.principal_key)
    ON CONFLICT DO NOTHING`);
}

import { expect, it } from "vitest";
import { beforeMigration } from "./testing/before-migration.ts";

const MIGRATION = "20261126030000_counting_fast";

it("the new rollups count the events that were there before them", async () => {
  await beforeMigration(MIGRATION, async ({ client, migrate }) => {
    await client.query(`
      INSERT INTO trail (url) VALUES ('s3://one');
      INSERT INTO log_file (trail_id, key, etag, size_bytes, state) VALUES (1, 'a', 'e', 1, 'ingested');
      INSERT INTO action (event_source, event_name) VALUES ('s', 'One'), ('s', 'Two');
      INSERT INTO project (account_id, region, project_id) VALUES ('1', 'r', 'web');
      INSERT INTO principal (key, type, name, named_by_time, named_by_event_id) VALUES ('p', 'T', 'p', now(), 'x');
      INSERT INTO event (event_id, event_time, commit_no, action_ref, access, outcome, error_code, principal_ref,
        principal_type, principal_name, project_ref, account_id, region, source_ip, access_key_id, is_related, summary,
        derivation, inserted_from, log_file_id, log_file_commit_no, position)
      SELECT 'e' || i, '2024-01-01T23:00:00Z'::timestamptz + i * interval '20 minutes', 1, 1 + i % 2, 'write',
        (CASE WHEN i % 4 = 0 THEN 'failure' ELSE 'success' END)::outcome, CASE WHEN i % 4 = 0 THEN 'Denied' END, 1, 'T',
        'p', CASE WHEN i % 3 = 0 THEN 1 END, CASE WHEN i % 5 > 0 THEN '1' END, 'r', 'ip' || i % 2,
        CASE WHEN i % 2 = 0 THEN 'key' END, i = 7, 's', 1, 1, 1, 1, i
      FROM generate_series(0, 11) AS i;
      INSERT INTO rollup_day_project (day, project_ref, access, outcome, events)
      SELECT (event_time AT TIME ZONE 'UTC')::date, 1, access, outcome, count(*) FROM event
      WHERE project_ref = 1 AND NOT is_related GROUP BY 1, 2, 3, 4`);
    await migrate();
    const counts = async (table: string, by: string) => {
      const { rows } = await client.query<{ text: string }>(
        `SELECT concat_ws(' ', ${by}, outcome, sum(events)) AS text FROM ${table} GROUP BY ${by}, outcome ORDER BY 1`,
      );
      return rows.map(({ text }) => text);
    };
    expect(await counts("rollup_day_project", "day, coalesce(project_ref, 0)")).toEqual([
      "2024-01-01 0 success 2",
      "2024-01-01 1 failure 1",
      "2024-01-02 0 failure 2",
      "2024-01-02 0 success 3",
      "2024-01-02 1 success 3",
    ]);
    expect(await counts("rollup_day_place", "day, coalesce(account_id, '-'), coalesce(error_code, '-')")).toEqual([
      "2024-01-01 - Denied failure 1",
      "2024-01-01 1 - success 2",
      "2024-01-02 - - success 2",
      "2024-01-02 1 - success 4",
      "2024-01-02 1 Denied failure 2",
    ]);
    expect(await counts("rollup_action", "action_ref")).toEqual(["1 failure 3", "1 success 3", "2 success 5"]);
    expect(await counts("rollup_total", "principal_ref, coalesce(project_ref, 0)")).toEqual([
      "1 0 failure 2",
      "1 0 success 5",
      "1 1 failure 1",
      "1 1 success 3",
    ]);
    expect(await counts("rollup_value", "field, coalesce(value, '-')")).toEqual([
      "access_key_id - success 5",
      "access_key_id key failure 3",
      "access_key_id key success 3",
      "resource_arn - failure 3",
      "resource_arn - success 8",
      "source_ip ip0 failure 3",
      "source_ip ip0 success 3",
      "source_ip ip1 success 5",
      "subject_arn - failure 3",
      "subject_arn - success 8",
    ]);
  });
});

import { expect, it } from "vitest";
import { beforeMigration } from "./testing/before-migration.ts";

const MIGRATION = "20261125212000_where_the_sync_stands";
const PLACE = "AWSLogs/111122223333/CloudTrail/us-east-1";

it("a trail's regions are found in a ledger that didn't keep them, each with its newest log file", async () => {
  await beforeMigration(MIGRATION, async ({ client, migrate }) => {
    await client.query("INSERT INTO trail (url) VALUES ('s3://one'), ('s3://two')");
    const files: [number, string, string | null, string | null, string | null, string | null][] = [
      [1, `${PLACE}/2024/05/01/a.json.gz`, "111122223333", "us-east-1", "2024-05-01", "2024-05-01T10:00:00Z"],
      [1, `${PLACE}/2024/05/01/b.json.gz`, "111122223333", "us-east-1", "2024-05-01", "2024-05-01T12:00:00Z"],
      // As new, and later in the ledger.
      [1, `${PLACE}/2024/05/01/c.json.gz`, "111122223333", "us-east-1", "2024-05-01", "2024-05-01T12:00:00Z"],
      // Newer, and no log file.
      [
        1,
        "AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2024/05/02/d.json.gz",
        "111122223333",
        "us-east-1",
        "2024-05-02",
        "2024-05-02T10:00:00Z",
      ],
      [1, "AWSLogs/notes.txt", null, null, null, "2024-05-03T10:00:00Z"],
      // A copy: it can't have been delivered after its day.
      [
        1,
        "x/AWSLogs/o-1/444455556666/CloudTrail/eu-west-1/2023/01/31/e.json.gz",
        "444455556666",
        "eu-west-1",
        "2023-01-31",
        "2025-01-01T00:00:00Z",
      ],
      [2, `${PLACE}/2024/04/01/a.json.gz`, "111122223333", "us-east-1", "2024-04-01", null],
    ];
    for (const file of files)
      await client.query(
        `INSERT INTO log_file (trail_id, key, account_id, region, folder_date, last_modified, etag, size_bytes, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'e', 1, 'ingested')`,
        file,
      );
    await migrate();
    const { rows } = await client.query(
      "SELECT trail_id, account_id, region, newest_log_file_at AS at, newest_log_file_id AS file FROM trail_region ORDER BY 1, 2, 3",
    );
    expect(rows).toEqual([
      {
        trail_id: 1,
        account_id: "111122223333",
        region: "us-east-1",
        at: new Date("2024-05-01T12:00:00Z"),
        file: 3,
      },
      {
        trail_id: 1,
        account_id: "444455556666",
        region: "eu-west-1",
        at: new Date("2023-02-01T00:00:00Z"),
        file: 6,
      },
      {
        trail_id: 2,
        account_id: "111122223333",
        region: "us-east-1",
        at: new Date("2024-04-02T00:00:00Z"),
        file: 7,
      },
    ]);
  });
});

it("the newest event of each account and region is found among those that are in", async () => {
  await beforeMigration(MIGRATION, async ({ client, migrate }) => {
    await client.query(`
      INSERT INTO trail (url) VALUES ('s3://t');
      INSERT INTO log_file (trail_id, key, etag, size_bytes, state) VALUES (1, 'k', 'e', 1, 'ingested');
      INSERT INTO action (event_source, event_name) VALUES ('s', 'n');
      INSERT INTO principal (key, type, name, named_by_time, named_by_event_id) VALUES ('k', 't', 'n', now(), 'e');
      INSERT INTO event (event_id, event_time, account_id, region, commit_no, action_ref, access, outcome, principal_ref,
        principal_type, principal_name, summary, derivation, inserted_from, log_file_id, log_file_commit_no, position)
      SELECT id, time, account, region, 1, 1, 'read', 'success', 1, 't', 'n', '', 1, 1, 1, 1, 0
      FROM (VALUES
        ('a', timestamptz '2024-05-01T10:00:00Z', '1', 'us-east-1'),
        ('b', '2024-05-02T10:00:00Z', '1', 'us-east-1'),
        ('c', '2024-05-01T11:00:00Z', '1', 'us-east-1'),
        ('d', '2023-01-01T00:00:00Z', '1', 'eu-west-1'),
        ('e', '2022-01-01T00:00:00Z', '2', 'us-east-1'),
        ('f', '2025-01-01T00:00:00Z', NULL, 'us-east-1'),
        ('g', '2025-01-01T00:00:00Z', '1', NULL)) AS v (id, time, account, region)`);
    await migrate();
    const { rows } = await client.query(
      "SELECT account_id AS account, region, event_time AS at FROM newest_event ORDER BY 1, 2",
    );
    expect(rows).toEqual([
      { account: "1", region: "eu-west-1", at: new Date("2023-01-01T00:00:00Z") },
      { account: "1", region: "us-east-1", at: new Date("2024-05-02T10:00:00Z") },
      { account: "2", region: "us-east-1", at: new Date("2022-01-01T00:00:00Z") },
    ]);
  });
});

it("passes that came to their end had listed everything then; of others that isn't known", async () => {
  await beforeMigration(MIGRATION, async ({ client, migrate }) => {
    await client.query(`
      INSERT INTO trail (url) VALUES ('s3://one'), ('s3://two');
      INSERT INTO sync_run (state, cause, started_at, finished_at) VALUES
        ('complete', 'start', '2024-05-01T10:00:00Z', '2024-05-01T10:05:00Z'),
        ('partial', 'schedule', '2024-05-01T11:00:00Z', '2024-05-01T11:05:00Z'),
        ('interrupted', 'schedule', '2024-05-01T12:00:00Z', '2024-05-01T12:05:00Z'),
        ('running', 'schedule', '2024-05-01T13:00:00Z', NULL);
      INSERT INTO sync_run_trail (sync_run_id, trail_id, state) VALUES
        (1, 1, 'complete'), (1, 2, 'partial'), (2, 1, 'complete'), (2, 2, 'failed'),
        (3, 1, 'complete'), (3, 2, 'interrupted'), (4, 1, 'running')`);
    await migrate();
    const { rows } = await client.query(
      `SELECT sync_run_id AS run, trail_id AS trail, started_at, listed_at FROM sync_run_trail
       ORDER BY sync_run_id, trail_id`,
    );
    const at = (time: string) => new Date(`2024-05-01T${time}:00Z`);
    expect(rows.map(({ listed_at }) => listed_at)).toEqual([
      at("10:05"),
      at("10:05"),
      at("11:05"),
      null,
      at("12:05"),
      null,
      null,
    ]);
    expect(rows.every(({ started_at }) => started_at === null)).toBe(true);
    // One that begins afterwards says when.
    await client.query("INSERT INTO sync_run_trail (sync_run_id, trail_id) VALUES (4, 2)");
    const begun = await client.query("SELECT FROM sync_run_trail WHERE started_at = now()");
    expect(begun.rowCount).toBe(1);
  });
});

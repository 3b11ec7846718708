import { expect, it } from "vitest";
import { beforeMigration } from "./testing/before-migration.ts";

const MIGRATION = "20261125210000_log_file_versions";

it("the versions' migration gives a ledger that forgot replaced contents its balance", async () => {
  await beforeMigration(MIGRATION, async ({ client, migrate }) => {
    await client.query(`
      INSERT INTO trail (url) VALUES ('s3://t');
      INSERT INTO ingest_commit (no) VALUES (1), (2);
      INSERT INTO log_file (trail_id, key, etag, size_bytes, state, reason, commit_no, records_read, events_inserted) VALUES
        (1, 'whole', 'e', 1, 'ingested', NULL, 1, 1, 1), (1, 'replaced', 'e', 1, 'ingested', NULL, 2, 1, 1),
        (1, 'failed', 'e', 1, 'failed', 'bad', 1, 0, 0), (1, 'unread', 'e', 1, 'pending', NULL, NULL, 0, 0),
        (1, 'digest', 'e', 1, 'skipped', 'A digest file: it proves log files and holds no events.', NULL, 0, 0),
        (1, 'gone', 'e', 1, 'expired', NULL, NULL, 0, 0);
      INSERT INTO action (event_source, event_name) VALUES ('s', 'n');
      INSERT INTO principal (key, type, name, named_by_time, named_by_event_id) VALUES ('k', 't', 'n', now(), 'e');
      INSERT INTO event (event_id, event_time, commit_no, action_ref, access, outcome, principal_ref, principal_type,
        principal_name, summary, derivation, inserted_from, log_file_id, log_file_commit_no, position)
      SELECT concat(id, '-', no), now(), no, 1, 'read', 'success', 1, 't', 'n', '', 1, id, id, no, 0
      FROM (VALUES (1, 1), (2, 1), (2, 2), (3, 1)) AS v (id, no)`);
    await migrate();
    const { rows } = await client.query(`
      SELECT f.key, f.kind, f.content_commit_no AS content, f.expired_at IS NOT NULL AS is_expired,
        f.events_inserted + coalesce(v.events_inserted, 0) AS counted,
        (SELECT count(*) FROM event e WHERE e.inserted_from = f.id) AS events
      FROM log_file f LEFT JOIN log_file_version v ON v.log_file_id = f.id ORDER BY f.id`);
    const row = { kind: "log", is_expired: false };
    expect(rows).toEqual([
      { ...row, key: "whole", content: 1, counted: 1, events: 1 },
      { ...row, key: "replaced", content: 2, counted: 2, events: 2 },
      { ...row, key: "failed", content: 2, counted: 1, events: 1 },
      { ...row, key: "unread", content: null, counted: 0, events: 0 },
      { ...row, key: "digest", kind: "digest", content: null, counted: 0, events: 0 },
      { ...row, key: "gone", is_expired: true, content: null, counted: 0, events: 0 },
    ]);
  });
});

it("the versions' migration says what every file is by why it was skipped, and where records came to stand", async () => {
  await beforeMigration(MIGRATION, async ({ client, migrate }) => {
    await client.query(`
      INSERT INTO trail (url) VALUES ('s3://t');
      INSERT INTO log_file (trail_id, key, etag, size_bytes, state, reason, last_seen_at) VALUES
        (1, '1', 'e', 1, 'skipped', 'A digest file: it proves log files and holds no events.', now()),
        (1, '2', 'e', 1, 'skipped', 'A CloudTrail Insights file: it holds statistics, no events.', now()),
        (1, '3', 'e', 1, 'skipped', 'A network activity file; only management and data events are read.', now()),
        (1, '4', 'e', 1, 'skipped', 'A file of aggregated data events; only single events are read.', now()),
        (1, '5', 'e', 0, 'skipped', 'A folder marker, not a log file.', now()),
        (1, '6', 'e', 1, 'skipped', 'Its path is not that of a log file (…).', now()),
        (1, '7', 'e', 1, 'archived', 'Archived in GLACIER; restore it with: …', now()),
        (1, '8', 'e', 1, 'skipped', 'A symbolic link; links are not followed.', now()),
        (1, '9', 'e', 1, 'expired', 'A digest file: it proves log files and holds no events.', '2024-05-03T10:00:00Z');
      INSERT INTO event_conflict (event_id, log_file_id, position, sha256, record, commit_no) VALUES
        ('a', 7, 0, 's', '{}', 3), ('a', 8, 1, 's', '{}', 4);
      INSERT INTO rejected_record (log_file_id, position, reason, bytes, commit_no) VALUES (7, 5, 'no time', 'x', 3)`);
    await migrate();
    const { rows } = await client.query("SELECT kind, expired_at FROM log_file ORDER BY key");
    expect(rows.map(({ kind }) => kind)).toEqual([
      "digest",
      "insight",
      "network-activity",
      "aggregated",
      "folder-marker",
      "other",
      "log",
      "log",
      "digest",
    ]);
    expect(rows.map(({ expired_at: at }) => at).filter((at) => at !== null)).toEqual([
      new Date("2024-05-03T10:00:00Z"),
    ]);
    const conflicts = await client.query("SELECT commit_no, placed_commit_no FROM event_conflict ORDER BY id");
    expect(conflicts.rows).toEqual([
      { commit_no: 3, placed_commit_no: 3 },
      { commit_no: 4, placed_commit_no: 4 },
    ]);
    // What an earlier content had may lie beside what the present one has, and only there.
    await client.query("UPDATE rejected_record SET withdrawn_commit_no = 4");
    const reject = `INSERT INTO rejected_record (log_file_id, position, reason, bytes, commit_no)
      VALUES (7, 5, 'no time', 'y', 4)`;
    await client.query(reject);
    await client.query("SAVEPOINT twice");
    await expect(client.query(reject)).rejects.toThrow("rejected_record_present");
    await client.query("ROLLBACK TO twice");
  });
});

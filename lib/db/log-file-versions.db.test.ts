import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { pool } from "./pool.ts";

const migration = (name: string) => readFile(`prisma/migrations/${name}/migration.sql`, "utf8");

it("the versions' migration gives a ledger that forgot replaced contents its balance", async () => {
  const client = await pool().connect();
  try {
    await client.query("BEGIN; CREATE SCHEMA before; SET LOCAL search_path TO before");
    await client.query(await migration("20261122000000_init"));
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
    await client.query(await migration("20261125210000_log_file_versions"));
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
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});

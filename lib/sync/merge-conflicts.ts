import type { ClientBase } from "pg";
import { DERIVATION_VERSION } from "#lib/codestar/derive-event.ts";
import { replaceEvents } from "./replace-events.ts";

const SHA256 = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/**
 * Settles the ids that were delivered with differing bytes. The version whose lowest delivery is the lowest of all is
 * the event; each other one is a conflict, once, at its own lowest delivery. When a lower delivery comes late the two
 * change places, so that the outcome is the same for any order of files. In one file, what an earlier content of it held
 * is lower than what its present one holds: an altered record never takes the place of the one that was read first.
 */
export async function mergeConflicts(client: ClientBase, commitNo: number): Promise<void> {
  await client.query(
    `WITH disputed AS MATERIALIZED (SELECT DISTINCT event_id FROM repeated WHERE NOT is_same),
     delivered AS (
       SELECT r.event_id, ${SHA256("s.record")} AS sha256, r.file_id, r.position, r.key, r.trail_id,
         $1::bigint AS commit_no, $1::bigint AS placed_commit_no, true AS is_present, s.record, r.place
       FROM repeated r JOIN staged s ON s.ctid = r.place WHERE NOT r.is_same
       UNION ALL
       SELECT e.event_id, ${SHA256("er.record::text")}, e.log_file_id, e.position, f.key, f.trail_id,
         e.commit_no, e.log_file_commit_no, coalesce(e.log_file_commit_no >= f.content_commit_no, true),
         er.record::text, NULL
       FROM disputed d JOIN event e ON e.event_id = d.event_id JOIN event_record er ON er.event_id = d.event_id
         JOIN log_file f ON f.id = e.log_file_id
       UNION ALL
       SELECT c.event_id, c.sha256, c.log_file_id, c.position, f.key, f.trail_id, c.commit_no, c.placed_commit_no,
         coalesce(c.placed_commit_no >= f.content_commit_no, true), c.record::text, NULL
       FROM disputed d JOIN event_conflict c ON c.event_id = d.event_id JOIN log_file f ON f.id = c.log_file_id
     ), lowest AS (
       SELECT DISTINCT ON (event_id, sha256) event_id, sha256, file_id, position, key, trail_id, is_present,
         min(commit_no) OVER (PARTITION BY event_id, sha256) AS commit_no, placed_commit_no, record, place
       FROM delivered ORDER BY event_id, sha256, key, trail_id, is_present, position, place NULLS FIRST
     )
     INSERT INTO version (event_id, sha256, file_id, position, commit_no, placed_commit_no, record, place, rank)
     SELECT event_id, sha256, file_id, position, commit_no, placed_commit_no, record, place,
       row_number() OVER (PARTITION BY event_id ORDER BY key, trail_id, is_present, position, place NULLS FIRST, sha256)
     FROM lowest`,
    [commitNo],
  );
  // A version that wins and was staged now has come below the event's own: no stored one can.
  await client.query(
    "INSERT INTO replaced (event_id, place) SELECT event_id, place FROM version WHERE rank = 1 AND place IS NOT NULL",
  );
  await replaceEvents(client, DERIVATION_VERSION);
  await client.query(
    `UPDATE event e SET log_file_id = v.file_id, log_file_commit_no = $1, position = v.position
     FROM version v WHERE v.rank = 1 AND v.place IS NOT NULL AND e.event_id = v.event_id`,
    [commitNo],
  );
  await client.query(
    `UPDATE event_record er SET record = v.record::json
     FROM version v WHERE v.rank = 1 AND v.place IS NOT NULL AND er.event_id = v.event_id`,
  );
  await client.query("DELETE FROM event_conflict c USING version v WHERE c.event_id = v.event_id");
  await client.query(
    `INSERT INTO event_conflict (event_id, log_file_id, position, sha256, record, commit_no, placed_commit_no)
     SELECT event_id, file_id, position, sha256, record::json, commit_no, placed_commit_no
     FROM version WHERE rank > 1 ORDER BY event_id COLLATE "C", rank`,
  );
}

import type { ClientBase } from "pg";
import { DERIVATION_VERSION } from "#lib/codestar/derive-event.ts";
import { EVENT_COLUMNS, MOVED_RETURNING, movedFrom, NAMED_BY_STAGED } from "./event-columns.ts";
import { mergeConflicts } from "./merge-conflicts.ts";
import { assignRelated } from "./related-projects.ts";
import { writeDimensions } from "./write-dimensions.ts";
import { writeRollups } from "./write-rollups.ts";

/** How many events each file added, and (of files read again) how many of the staged ones its content has added by now. */
export type MergedFiles = { inserted: Map<number, number>; owned: Map<number, number> };

/**
 * Turns staged records into events, inside the ingest transaction. Whatever the order of files, an event comes to be
 * the version of its lowest delivery by key, trail and position; every other delivery is remembered, and other bytes
 * under the same id become conflicts. `sameIds` are files read again whose content is as it was, `otherIds` those whose
 * content has changed, into a bad one too.
 */
export async function mergeStaged(
  client: ClientBase,
  options: { commitNo: number; sameIds: number[]; otherIds: number[] },
): Promise<MergedFiles> {
  const { commitNo, sameIds } = options;
  await writeDimensions(client);
  const inserted = await insertNewEvents(client, commitNo);
  if (await hasRepeated(client, inserted)) await mergeRepeated(client, commitNo);
  await writeRollups(client);
  await assignRelated(client);
  await writeRejected(client, options);
  return { inserted, owned: await countOwned(client, sameIds) };
}

/** Whether any staged record has not just become an event. */
async function hasRepeated(client: ClientBase, inserted: ReadonlyMap<number, number>): Promise<boolean> {
  const { rows } = await client.query<{ events: number }>("SELECT count(event_id) AS events FROM staged");
  return rows[0]?.events !== [...inserted.values()].reduce((sum, events) => sum + events, 0);
}

/** Remembers the other deliveries of events, and sees to it that each event is the version of its lowest one. */
async function mergeRepeated(client: ClientBase, commitNo: number): Promise<void> {
  await findRepeated(client, commitNo);
  await client.query(
    `INSERT INTO event_delivery (event_id, log_file_id, commit_no)
     SELECT DISTINCT r.event_id, r.file_id, $1::bigint FROM repeated r JOIN event e ON e.event_id = r.event_id
     WHERE e.inserted_from <> r.file_id
     ON CONFLICT DO NOTHING`,
    [commitNo],
  );
  await client.query(
    `UPDATE event e SET log_file_id = l.file_id, position = l.position,
       log_file_commit_no = CASE WHEN e.log_file_id = l.file_id THEN e.log_file_commit_no ELSE $1 END
     FROM (SELECT DISTINCT ON (event_id) event_id, file_id, position, key, trail_id
           FROM repeated WHERE is_same ORDER BY event_id, key, trail_id, position) l,
       log_file f
     WHERE e.event_id = l.event_id AND f.id = e.log_file_id
       AND (l.key, l.trail_id, true, l.position) <
         (f.key, f.trail_id, coalesce(e.log_file_commit_no >= f.content_commit_no, true), e.position)`,
    [commitNo],
  );
  await countUnhidden(client);
  const differing = await client.query("SELECT FROM repeated WHERE NOT is_same LIMIT 1");
  if (differing.rowCount) await mergeConflicts(client, commitNo);
}

/** What was kept only as related and is kept for its event source by now counts like any other from here on. */
async function countUnhidden(client: ClientBase): Promise<void> {
  await client.query(
    `WITH e AS (
       UPDATE event e SET is_related = false FROM repeated r JOIN staged s ON s.ctid = r.place
       WHERE e.event_id = r.event_id AND e.is_related AND NOT s.is_related RETURNING e.*
     ) ${movedFrom("e", 1)}`,
  );
}

/** Of each id that is new, the lowest delivery among the staged ones becomes the event. */
async function insertNewEvents(client: ClientBase, commitNo: number): Promise<Map<number, number>> {
  const { rows } = await client.query<{ file_id: number; events: number }>(
    `WITH fresh AS MATERIALIZED (
       SELECT DISTINCT ON (s.event_id) s.ctid AS place FROM staged s JOIN log_file f ON f.id = s.file_id
       WHERE s.event_id IS NOT NULL AND NOT EXISTS (SELECT FROM event e WHERE e.event_id = s.event_id)
       ORDER BY s.event_id, f.key, f.trail_id, s.position
     ), e AS (
       INSERT INTO event (event_id, commit_no, derivation, inserted_from, log_file_id, log_file_commit_no, position,
         ${EVENT_COLUMNS.map(([column]) => column).join(", ")})
       SELECT s.event_id, $1, $2, s.file_id, s.file_id, $1, s.position, ${EVENT_COLUMNS.map(([, value]) => value).join(", ")}
       FROM fresh JOIN staged s ON s.ctid = fresh.place ${NAMED_BY_STAGED}
       ON CONFLICT DO NOTHING
       RETURNING inserted_from, ${MOVED_RETURNING}
     ), recorded AS (
       INSERT INTO event_record (event_id, record)
       SELECT s.event_id, s.record::json FROM fresh JOIN staged s ON s.ctid = fresh.place
       ON CONFLICT DO NOTHING
     ), counted AS (${movedFrom("e", 1)})
     SELECT inserted_from AS file_id, count(*) AS events FROM e GROUP BY 1`,
    [commitNo, DERIVATION_VERSION],
  );
  return new Map(rows.map((row) => [row.file_id, row.events]));
}

/** Lists the staged records other than those that have just become events, and whether their bytes are the event's. */
async function findRepeated(client: ClientBase, commitNo: number): Promise<void> {
  await client.query(
    `INSERT INTO repeated (event_id, file_id, position, key, trail_id, place)
     SELECT s.event_id, s.file_id, s.position, f.key, f.trail_id, s.ctid
     FROM staged s JOIN event e ON e.event_id = s.event_id JOIN log_file f ON f.id = s.file_id
     WHERE NOT (e.commit_no = $1 AND e.log_file_id = s.file_id AND e.position = s.position)`,
    [commitNo],
  );
  await client.query(
    `UPDATE repeated r SET is_same = er.record::text = s.record
     FROM staged s, event_record er WHERE s.ctid = r.place AND er.event_id = r.event_id`,
  );
}

/** What the same content no longer has rejected is gone; what another content had stays, withdrawn. */
async function writeRejected(
  client: ClientBase,
  options: { commitNo: number; sameIds: number[]; otherIds: number[] },
): Promise<void> {
  if (options.otherIds.length > 0) {
    await client.query(
      `UPDATE rejected_record r SET withdrawn_commit_no = $2
       WHERE r.log_file_id = ANY ($1) AND r.withdrawn_commit_no IS NULL AND NOT EXISTS (
         SELECT FROM staged s WHERE s.file_id = r.log_file_id AND s.position = r.position AND s.reject_bytes = r.bytes)`,
      [options.otherIds, options.commitNo],
    );
  }
  if (options.sameIds.length > 0) {
    await client.query(
      `DELETE FROM rejected_record r
       WHERE r.log_file_id = ANY ($1) AND r.withdrawn_commit_no IS NULL AND NOT EXISTS (
         SELECT FROM staged s WHERE s.file_id = r.log_file_id AND s.position = r.position AND s.event_id IS NULL)`,
      [options.sameIds],
    );
  }
  await client.query(
    `INSERT INTO rejected_record AS r (log_file_id, position, reason, bytes, commit_no)
     SELECT file_id, position, reject_reason, reject_bytes, $1 FROM staged WHERE event_id IS NULL
     ON CONFLICT (log_file_id, position) WHERE withdrawn_commit_no IS NULL DO UPDATE
       SET reason = excluded.reason, bytes = excluded.bytes, commit_no = excluded.commit_no
       WHERE (r.reason, r.bytes) IS DISTINCT FROM (excluded.reason, excluded.bytes)`,
    [options.commitNo],
  );
}

async function countOwned(client: ClientBase, sameIds: number[]): Promise<Map<number, number>> {
  if (sameIds.length === 0) return new Map();
  const { rows } = await client.query<{ file_id: number; events: number }>(
    `SELECT s.file_id, count(DISTINCT s.event_id) AS events
     FROM staged s JOIN log_file f ON f.id = s.file_id
       JOIN event e ON e.event_id = s.event_id AND e.inserted_from = s.file_id AND e.commit_no >= f.content_commit_no
     WHERE s.file_id = ANY ($1) GROUP BY 1`,
    [sameIds],
  );
  return new Map(rows.map((row) => [row.file_id, row.events]));
}

import type { ClientBase } from "pg";
import { MARKED_REASONS } from "#lib/codestar/related-reasons.ts";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import type { Reread } from "./keep-versions.ts";

const NOTIFICATIONS = "codestar-notifications.amazonaws.com";
const SHA256 = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

type Options = Pick<Reread, "goodIds" | "badIds"> & { commitNo: number; rules: KeepRules };

/**
 * Marks what files delivered before and don't hold any more, and ends the marks of what they hold again, inside the
 * ingest transaction, once the staged records are merged. The events stay whatever is marked.
 */
export async function withdrawMissing(client: ClientBase, options: Options): Promise<void> {
  const { commitNo, goodIds, badIds } = options;
  const ids = [...goodIds, ...badIds];
  if (ids.length === 0) return;
  await client.query(
    `UPDATE withdrawal w SET to_commit_no = $2
     WHERE w.to_commit_no IS NULL AND w.log_file_id = ANY ($1) AND EXISTS (
       SELECT FROM staged s WHERE s.file_id = w.log_file_id AND s.event_id = w.event_id
         AND (w.sha256 IS NULL OR w.sha256 = ${SHA256("s.record")}))`,
    [goodIds, commitNo],
  );
  await withdrawEvents(client, options, ids);
  await withdrawRecords(client, options);
}

/** Marks event ids; not for certain where the rules, narrower by now, leave out what is looked for. */
async function withdrawEvents(client: ClientBase, { commitNo, rules, badIds }: Options, ids: number[]): Promise<void> {
  await client.query(
    `INSERT INTO missing (event_id, file_id, action_ref, is_notified, is_marked)
     SELECT d.event_id, d.file_id, e.action_ref, coalesce($2 IN (e.source_ip, e.user_agent), false),
       coalesce(e.related_reason = ANY ($3), false)
     FROM (SELECT event_id, inserted_from AS file_id FROM event WHERE inserted_from = ANY ($1)
           UNION ALL SELECT event_id, log_file_id FROM event_delivery WHERE log_file_id = ANY ($1)) d
       JOIN event e ON e.event_id = d.event_id
     WHERE NOT EXISTS (SELECT FROM staged s WHERE s.file_id = d.file_id AND s.event_id = d.event_id)`,
    [ids, NOTIFICATIONS, MARKED_REASONS],
  );
  const { rows } = await client.query<{ ref: number; source: string; name: string; isNotified: boolean }>(
    `SELECT DISTINCT a.id AS ref, a.event_source AS source, a.event_name AS name, m.is_notified AS "isNotified"
     FROM missing m JOIN action a ON a.id = m.action_ref`,
  );
  const lookedFor = rows.filter((row) => rules.keeps(outlineOf(row)));
  await client.query(
    `UPDATE missing m SET is_certain = m.file_id = ANY ($1) OR m.is_marked OR EXISTS (
       SELECT FROM unnest($2::integer[], $3::boolean[]) AS l (ref, is_notified)
       WHERE l.ref = m.action_ref AND l.is_notified = m.is_notified)`,
    [badIds, lookedFor.map((row) => row.ref), lookedFor.map((row) => row.isNotified)],
  );
  const isOpen =
    "w.to_commit_no IS NULL AND w.sha256 IS NULL AND w.log_file_id = m.file_id AND w.event_id = m.event_id";
  await client.query(
    `UPDATE withdrawal w SET to_commit_no = $1 FROM missing m WHERE ${isOpen} AND m.is_certain AND NOT w.is_certain`,
    [commitNo],
  );
  await client.query(
    `INSERT INTO withdrawal (event_id, log_file_id, is_certain, from_commit_no)
     SELECT m.event_id, m.file_id, m.is_certain, $1 FROM missing m
     WHERE NOT EXISTS (SELECT FROM withdrawal w WHERE ${isOpen})`,
    [commitNo],
  );
}

/** Marks records whose id their file still holds, with other bytes. */
async function withdrawRecords(client: ClientBase, { commitNo, goodIds }: Options): Promise<void> {
  await client.query(
    `WITH held AS MATERIALIZED (
       SELECT file_id, event_id, ${SHA256("record")} AS sha256 FROM staged
       WHERE file_id = ANY ($1) AND event_id IS NOT NULL
     ), placed AS (
       SELECT e.event_id, e.log_file_id AS file_id, ${SHA256("r.record::text")} AS sha256
       FROM (SELECT DISTINCT event_id, file_id FROM held) h
         JOIN event e ON e.event_id = h.event_id AND e.log_file_id = h.file_id
         JOIN event_record r ON r.event_id = e.event_id
       UNION ALL
       SELECT c.event_id, c.log_file_id, c.sha256
       FROM (SELECT DISTINCT event_id, file_id FROM held) h
         JOIN event_conflict c ON c.event_id = h.event_id AND c.log_file_id = h.file_id
     )
     INSERT INTO withdrawal (event_id, log_file_id, sha256, is_certain, from_commit_no)
     SELECT DISTINCT p.event_id, p.file_id, p.sha256, true, $2::bigint FROM placed p
     WHERE NOT EXISTS (
         SELECT FROM held h WHERE h.file_id = p.file_id AND h.event_id = p.event_id AND h.sha256 = p.sha256)
       AND NOT EXISTS (
         SELECT FROM withdrawal w WHERE w.to_commit_no IS NULL AND w.log_file_id = p.file_id
           AND w.event_id = p.event_id AND w.sha256 = p.sha256)`,
    [goodIds, commitNo],
  );
}

/** What the rules look at, of a stored event. */
function outlineOf(row: { source: string; name: string; isNotified: boolean }) {
  return {
    eventSource: row.source,
    eventName: row.name,
    sourceIPAddress: row.isNotified ? NOTIFICATIONS : undefined,
    userAgent: undefined,
    requestParameters: undefined,
    responseElements: undefined,
    additionalEventData: undefined,
  };
}

import type { ClientBase } from "pg";
import { pool } from "#lib/db/pool.ts";

/**
 * The project that a related record is assigned to, where `row` has the `related_` columns: of those that its mark can
 * mean the one with the longest id, any that is confirmed before all that only failed calls name. A name that only
 * reads like a project's (lib/codestar/related-of.ts) is as exact as one that bears a mark.
 */
export function relatedProject(row: string): string {
  // Asked of nearly no row: most bear no mark.
  return `CASE WHEN ${row}.related_mark IS NOT NULL THEN (SELECT x.id FROM project x
    WHERE x.account_id = ${row}.related_account AND (${row}.related_region IS NULL OR x.region = ${row}.related_region)
      AND (x.project_id = ${row}.related_mark
        OR (NOT ${row}.related_is_exact AND starts_with(${row}.related_mark, x.project_id || '-')))
    ORDER BY x.is_confirmed IS TRUE DESC, length(x.project_id) DESC, x.region COLLATE "C" LIMIT 1) END`;
}

/**
 * Assigns related events anew to projects that have just appeared or just been confirmed (or are no more), inside the
 * transaction that brings it about, after the rollups: so the outcome is the same for any order of files.
 */
export async function assignRelated(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: number }>(`
    UPDATE project p SET is_confirmed = now.is_confirmed
    FROM (
      SELECT q.id, EXISTS (
        SELECT FROM rollup_day_project r WHERE r.project_ref = q.id AND r.outcome = 'success') AS is_confirmed
      FROM project q WHERE q.is_confirmed IS NULL OR q.id IN (SELECT project_ref FROM moved)
    ) now
    WHERE p.id = now.id AND p.is_confirmed IS DISTINCT FROM now.is_confirmed
    RETURNING p.id`);
  if (rows.length === 0) return;
  await client.query(
    `UPDATE event e SET related_project_ref = found.ref
     FROM (
       SELECT DISTINCT ON (m.event_id) m.event_id, ${relatedProject("m")} AS ref
       FROM project p JOIN event m ON m.related_account = p.account_id
         AND (m.related_mark = p.project_id OR (m.related_mark >= p.project_id || '-' AND m.related_mark < p.project_id || '.'))
       WHERE p.id = ANY ($1) AND m.related_mark IS NOT NULL
     ) found
     WHERE e.event_id = found.event_id AND e.related_project_ref IS DISTINCT FROM found.ref`,
    [rows.map((row) => row.id)],
  );
}

/** Assigns all related events anew. */
export async function reassignRelated(): Promise<void> {
  await pool().query(
    `UPDATE event e SET related_project_ref = found.ref
     FROM (SELECT m.event_id, ${relatedProject("m")} AS ref FROM event m WHERE m.related_mark IS NOT NULL) found
     WHERE e.event_id = found.event_id AND e.related_project_ref IS DISTINCT FROM found.ref`,
  );
}

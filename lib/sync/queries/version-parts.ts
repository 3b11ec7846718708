import { Prisma } from "#lib/db/prisma.ts";

/**
 * How the events of a file's version compare with those of the version before it: `gone` were in the one before only,
 * `both` are in both, `added` are new, and of `unsure` nobody knows, because it was read by rules that leave them out.
 */
export const VERSION_PARTS = ["gone", "both", "added", "unsure"] as const;
export type VersionPart = (typeof VERSION_PARTS)[number];

/** The versions of a file as `version (from_commit_no, to_commit_no)`; the present one ends with null. */
export function versionSpans(fileId: number): Prisma.Sql {
  return Prisma.sql`(
    SELECT from_commit_no, to_commit_no FROM log_file_version WHERE log_file_id = ${fileId}::bigint
    UNION ALL SELECT content_commit_no, NULL FROM log_file WHERE id = ${fileId}::bigint AND content_commit_no IS NOT NULL
  ) AS version`;
}

/**
 * Each event that a file has delivered, against each of the versions `version`: rows of `from_commit_no`, `event_id` and
 * `part`, which is null where neither that version nor the one before held it.
 */
export function comparedEvents(fileId: number): Prisma.Sql {
  const within = Prisma.sql`(version.to_commit_no IS NULL OR mark.from_commit_no < version.to_commit_no)`;
  const isOpenAtEnd = Prisma.sql`(mark.to_commit_no IS NULL OR coalesce(mark.to_commit_no >= version.to_commit_no, false))`;
  return Prisma.sql`(
    SELECT version.from_commit_no, delivered.event_id,
      CASE
        WHEN delivered.since >= version.from_commit_no OR marks.was_gone AND marks.is_back THEN 'added'
        WHEN marks.was_gone THEN NULL
        WHEN marks.is_gone THEN 'gone'
        WHEN marks.is_unsure THEN 'unsure'
        ELSE 'both'
      END AS part
    FROM ${versionSpans(fileId)}
    JOIN (
      SELECT event_id, commit_no AS since FROM event WHERE inserted_from = ${fileId}::bigint
      UNION ALL SELECT event_id, commit_no FROM event_delivery WHERE log_file_id = ${fileId}::bigint
    ) AS delivered ON version.to_commit_no IS NULL OR delivered.since < version.to_commit_no
    CROSS JOIN LATERAL (
      SELECT
        bool_or(mark.is_certain AND mark.from_commit_no < version.from_commit_no
          AND (mark.to_commit_no IS NULL OR mark.to_commit_no >= version.from_commit_no)) AS was_gone,
        bool_or(mark.is_certain AND mark.from_commit_no < version.from_commit_no
          AND mark.to_commit_no >= version.from_commit_no AND NOT ${isOpenAtEnd}) AS is_back,
        bool_or(mark.is_certain AND mark.from_commit_no >= version.from_commit_no AND ${within}) AS is_gone,
        bool_or(NOT mark.is_certain AND ${within} AND ${isOpenAtEnd}) AS is_unsure
      FROM withdrawal AS mark
      WHERE mark.log_file_id = ${fileId}::bigint AND mark.event_id = delivered.event_id AND mark.sha256 IS NULL
    ) AS marks
  ) AS compared`;
}

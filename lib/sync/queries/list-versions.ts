import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { comparedEvents, VERSION_PARTS, type VersionPart, versionSpans } from "./version-parts.ts";

const versionSchema = z.object({
  /** The commit that first read it, and (null for the present one) the one that found another in its place. */
  fromCommitNo: dbNumber,
  toCommitNo: dbNumber.nullable(),
  /** `failed` when it was no log file. */
  state: z.string(),
  reason: z.string().nullable(),
  etag: z.string(),
  sizeBytes: dbNumber,
  sha256: z.string().nullable(),
  recordsRead: dbNumber,
  eventsInserted: dbNumber,
  recordsDuplicate: dbNumber,
  recordsFiltered: dbNumber,
  recordsRejected: dbNumber,
  since: z.string().nullable(),
  replacedAt: z.string().nullable(),
});
const countSchema = z.object({ fromCommitNo: dbNumber, part: z.enum(VERSION_PARTS), events: dbNumber });
const changedSchema = z.object({ fromCommitNo: dbNumber, events: dbNumber });

/** A content that a log file has, or had; times in ISO 8601, UTC. */
export type LogFileVersion = z.infer<typeof versionSchema> & {
  /** Against the version before it: its events by part, and how many of `both` it has with other bytes. Null for the first. */
  difference: (Record<VersionPart, number> & { changed: number }) | null;
};

const FACTS = Prisma.raw(
  `etag, size_bytes AS "sizeBytes", sha256, records_read AS "recordsRead", events_inserted AS "eventsInserted",
   records_duplicate AS "recordsDuplicate", records_filtered AS "recordsFiltered", records_rejected AS "recordsRejected"`,
);

/** The versions of a log file in their order, the present one last; none when it was never replaced. */
export async function listVersions(fileId: number): Promise<LogFileVersion[]> {
  const file = Prisma.sql`${fileId}::bigint`;
  const versions = await readRows(
    versionSchema,
    Prisma.sql`
      SELECT v.*, ${isoTimeSql(Prisma.sql`ingest_commit.committed_at`)} AS since FROM (
        SELECT from_commit_no AS "fromCommitNo", to_commit_no AS "toCommitNo", state::text AS state, reason, ${FACTS},
          ${isoTimeSql(Prisma.sql`replaced_at`)} AS "replacedAt"
        FROM log_file_version WHERE log_file_id = ${file}
        UNION ALL
        SELECT content_commit_no, NULL, state::text, reason, ${FACTS}, NULL
        FROM log_file WHERE id = ${file} AND EXISTS (SELECT FROM log_file_version WHERE log_file_id = ${file})
      ) AS v LEFT JOIN ingest_commit ON ingest_commit.no = v."fromCommitNo" ORDER BY v."fromCommitNo"`,
  );
  if (versions.length === 0) return [];
  const [counts, changed] = await Promise.all([
    readRows(
      countSchema,
      Prisma.sql`SELECT from_commit_no AS "fromCommitNo", part, count(*) AS events FROM ${comparedEvents(fileId)}
        WHERE part IS NOT NULL GROUP BY 1, 2`,
    ),
    readRows(
      changedSchema,
      Prisma.sql`SELECT version.from_commit_no AS "fromCommitNo", count(DISTINCT mark.event_id) AS events
        FROM ${versionSpans(fileId)} JOIN withdrawal AS mark ON mark.log_file_id = ${file} AND mark.sha256 IS NOT NULL
          AND mark.from_commit_no >= version.from_commit_no
          AND (version.to_commit_no IS NULL OR mark.from_commit_no < version.to_commit_no)
        GROUP BY 1`,
    ),
  ]);
  return versions.map((version, index) => {
    if (index === 0) return { ...version, difference: null };
    const own = counts.filter(({ fromCommitNo }) => fromCommitNo === version.fromCommitNo);
    const eventsOf = (part: VersionPart) => own.find((count) => count.part === part)?.events ?? 0;
    const parts = {
      gone: eventsOf("gone"),
      both: eventsOf("both"),
      added: eventsOf("added"),
      unsure: eventsOf("unsure"),
    };
    const isChanged = changed.find(({ fromCommitNo }) => fromCommitNo === version.fromCommitNo);
    return { ...version, difference: { ...parts, changed: isChanged?.events ?? 0 } };
  });
}

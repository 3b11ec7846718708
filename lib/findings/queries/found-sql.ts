import { Prisma } from "#lib/db/prisma.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import type { Thresholds } from "#lib/findings/finding-kinds.ts";

/** What a kind's query is asked: the events up to a commit, and the numbers that it turns on. */
export type FoundOptions = { asOf: number; thresholds: Thresholds };

/**
 * A kind's query: a SELECT with a row for each finding.
 * `at`: when; `key`: text that tells it from others of its kind; `principal_ref`, `project_ref`: who and where, or null;
 * `subject`, `resource`: text or null; `facts`: jsonb that fills the reason; `evidence`: ids of its first events, oldest
 * first; `evidence_total`; `span_from`, `span_to`: where its events lie in time (`span_to` excluded), or null.
 */
export type FoundSql = (options: FoundOptions) => Prisma.Sql;

const MAX_EVIDENCE = 20;

/** The events of a commit number, other services' left out. */
export function knownEventSql(asOf: number): Prisma.Sql {
  return Prisma.sql`event.commit_no <= ${asOf} AND ${NOT_RELATED}`;
}

/** The ids of the first events of a group, oldest first. */
export const firstIds = Prisma.sql`(array_agg(event_id ORDER BY event_time, event_id))[1:${MAX_EVIDENCE}::int]`;

/** When the data ends: the newest event of all. */
export function dataEndSql(asOf: number): Prisma.Sql {
  return Prisma.sql`(SELECT max(event.event_time) AS data_end FROM event WHERE ${knownEventSql(asOf)})`;
}

/** An instant as a reason writes it. */
export function minuteText(time: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')`;
}

/** A time between two instants as a reason writes it, such as `2 h 5 min`. */
export function durationText(from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql {
  const seconds = Prisma.sql`extract(epoch FROM ${to} - ${from})::bigint`;
  return Prisma.sql`CASE WHEN ${seconds} < 60 THEN ${seconds} || ' s'
    WHEN ${seconds} < 3600 THEN ${seconds} / 60 || ' min'
    WHEN ${seconds} < 172800 THEN ${seconds} / 3600 || ' h ' || ${seconds} % 3600 / 60 || ' min'
    ELSE ${seconds} / 86400 || ' days' END`;
}

/** Whole days between two instants. */
export function wholeDays(from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`floor(extract(epoch FROM ${to} - ${from}) / 86400)::int`;
}

/** Whether calls of a principal are people's or programs', and not those of AWS services acting by themselves. */
export const NOT_A_SERVICE = Prisma.sql`event.principal_type <> 'AWSService'`;

/** Actions of CodeStar by their refs. */
export function codestarActions(...names: readonly string[]): Prisma.Sql {
  return Prisma.sql`(SELECT id FROM action WHERE event_source = 'codestar.amazonaws.com' AND event_name = ANY(${names}))`;
}

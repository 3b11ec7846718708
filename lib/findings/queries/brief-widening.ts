import { Prisma } from "#lib/db/prisma.ts";
import { durationText, type FoundOptions } from "./found-sql.ts";
import { teamStepsSql } from "./team-steps-sql.ts";

const rank = (role: Prisma.Sql) => Prisma.sql`array_position(ARRAY['Viewer', 'Contributor', 'Owner'], ${role})`;
const terms = (role: Prisma.Sql, remote: Prisma.Sql) =>
  Prisma.sql`coalesce(${role}, 'an unknown role') || CASE WHEN ${remote} THEN ' with remote access' ELSE '' END`;

/**
 * Kind `brief-widening`: a member's role or remote access that was widened and within hours narrowed again. The next
 * narrowing is found by windows, in one pass: a look-up for each widening takes minutes where a program changes a member
 * again and again.
 */
export function briefWidening({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  return Prisma.sql`WITH judged AS (
      SELECT *, was_member AND is_member AND (${rank(Prisma.sql`role`)} > ${rank(Prisma.sql`role_before`)} OR (remote AND remote_before IS FALSE)) IS TRUE AS widens,
        was_member AND (NOT is_member OR (${rank(Prisma.sql`role`)} < ${rank(Prisma.sql`role_before`)} OR (remote IS FALSE AND remote_before)) IS TRUE) AS narrows,
        CASE WHEN is_member THEN ${terms(Prisma.sql`role`, Prisma.sql`remote`)} ELSE 'no member at all' END AS terms
      FROM ${teamStepsSql(asOf)} AS replayed
    ), step AS (
      SELECT *, lead(event_id) OVER member AS next_id, lead(event_time) OVER member AS next_time, lead(terms) OVER member AS next_terms,
        count(*) FILTER (WHERE narrows) OVER (PARTITION BY project_ref, subject_arn ORDER BY event_time DESC, event_id DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS narrowings_to_come
      FROM judged WINDOW member AS (PARTITION BY project_ref, subject_arn ORDER BY event_time, event_id)
    ), wide AS (
      -- Of the steps with as many to come, the last is the one right before the narrowing.
      SELECT *, last_value(next_id) OVER run AS narrow_id, last_value(next_time) OVER run AS narrow_time, last_value(next_terms) OVER run AS narrow_terms
      FROM step WINDOW run AS (PARTITION BY project_ref, subject_arn, narrowings_to_come ORDER BY event_time, event_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    )
    SELECT event_time AS at, event_id AS key, principal_ref, project_ref, subject_arn AS subject, NULL::text AS resource,
      jsonb_build_object('member', regexp_replace(subject_arn, '^.*[:/]', ''),
        'before', ${terms(Prisma.sql`role_before`, Prisma.sql`remote_before`)}, 'wide', terms, 'after', narrow_terms,
        'span', ${durationText(Prisma.sql`event_time`, Prisma.sql`narrow_time`)}) AS facts,
      ARRAY[event_id, narrow_id] AS evidence, 2 AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM wide WHERE widens AND narrowings_to_come > 0 AND narrow_time <= event_time + make_interval(hours => ${thresholds.narrowHours}::int)`;
}

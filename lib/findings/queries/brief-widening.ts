import { Prisma } from "#lib/db/prisma.ts";
import { durationText, type FoundOptions } from "./found-sql.ts";
import { teamStepsSql } from "./team-steps-sql.ts";

const rank = (role: Prisma.Sql) => Prisma.sql`array_position(ARRAY['Viewer', 'Contributor', 'Owner'], ${role})`;
const terms = (role: Prisma.Sql, remote: Prisma.Sql) =>
  Prisma.sql`coalesce(${role}, 'an unknown role') || CASE WHEN ${remote} THEN ' with remote access' ELSE '' END`;

/** Kind `brief-widening`: a member's role or remote access that was widened and within hours narrowed again. */
export function briefWidening({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  return Prisma.sql`WITH step AS MATERIALIZED (
      SELECT *, was_member AND is_member AND (${rank(Prisma.sql`role`)} > ${rank(Prisma.sql`role_before`)} OR (remote AND remote_before IS FALSE)) IS TRUE AS widens,
        was_member AND (NOT is_member OR (${rank(Prisma.sql`role`)} < ${rank(Prisma.sql`role_before`)} OR (remote IS FALSE AND remote_before)) IS TRUE) AS narrows
      FROM ${teamStepsSql(asOf)} AS replayed
    )
    SELECT wide.event_time AS at, wide.event_id AS key, wide.principal_ref, wide.project_ref, wide.subject_arn AS subject, NULL::text AS resource,
      jsonb_build_object('member', regexp_replace(wide.subject_arn, '^.*[:/]', ''),
        'before', ${terms(Prisma.sql`wide.role_before`, Prisma.sql`wide.remote_before`)}, 'wide', ${terms(Prisma.sql`wide.role`, Prisma.sql`wide.remote`)},
        'after', CASE WHEN narrow.is_member THEN ${terms(Prisma.sql`narrow.role`, Prisma.sql`narrow.remote`)} ELSE 'no member at all' END,
        'span', ${durationText(Prisma.sql`wide.event_time`, Prisma.sql`narrow.event_time`)}) AS facts,
      ARRAY[wide.event_id, narrow.event_id] AS evidence, 2 AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM step AS wide JOIN LATERAL (
      SELECT * FROM step WHERE step.project_ref = wide.project_ref AND step.subject_arn = wide.subject_arn AND step.narrows
        AND (step.event_time, step.event_id) > (wide.event_time, wide.event_id)
        AND step.event_time <= wide.event_time + make_interval(hours => ${thresholds.narrowHours}::int)
      ORDER BY step.event_time, step.event_id LIMIT 1
    ) AS narrow ON true WHERE wide.widens`;
}

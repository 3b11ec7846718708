import { Prisma } from "#lib/db/prisma.ts";
import { DENIED_ERRORS } from "#lib/findings/evidence-filter.ts";
import { durationText, firstIds, type FoundOptions, knownEventSql } from "./found-sql.ts";

/**
 * Kind `denied-burst`: runs of a principal's refused calls in which each belongs to some window of n within t minutes.
 * A call begins a window when the n-th from it comes in time; one that begins a window and is in no earlier one begins
 * a burst.
 */
export function deniedBurst({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  const more = thresholds.denied - 1;
  return Prisma.sql`WITH refused AS (
      SELECT event_id, event_time, principal_ref, project_ref, action_ref,
        lead(event_time, ${more}::int) OVER call <= event_time + make_interval(mins => ${thresholds.deniedMinutes}::int) AS begins
      FROM event WHERE ${knownEventSql(asOf)} AND event.error_code = ANY(${DENIED_ERRORS.slice()})
      WINDOW call AS (PARTITION BY principal_ref ORDER BY event_time, event_id)
    ), marked AS (
      SELECT *, coalesce(bool_or(begins) OVER (call ROWS BETWEEN ${more}::bigint PRECEDING AND CURRENT ROW), false) AS is_in,
        begins AND NOT coalesce(bool_or(begins) OVER (call ROWS BETWEEN ${more}::bigint PRECEDING AND 1 PRECEDING), false) AS is_first
      FROM refused WINDOW call AS (PARTITION BY principal_ref ORDER BY event_time, event_id)
    ), numbered AS (
      SELECT *, count(*) FILTER (WHERE is_first) OVER (PARTITION BY principal_ref ORDER BY event_time, event_id) AS burst
      FROM marked WHERE is_in
    )
    SELECT min(event_time) AS at, (array_agg(event_id ORDER BY event_time, event_id))[1] AS key, principal_ref,
      CASE WHEN count(DISTINCT project_ref) = 1 AND count(project_ref) = count(*) THEN min(project_ref) END AS project_ref,
      NULL::text AS subject, NULL::text AS resource,
      jsonb_build_object('calls', count(*), 'actions', count(DISTINCT action_ref), 'projects', nullif(count(DISTINCT project_ref), 0),
        'span', ${durationText(Prisma.sql`min(event_time)`, Prisma.sql`max(event_time)`)}) AS facts,
      ${firstIds} AS evidence, count(*) AS evidence_total,
      min(event_time) AS span_from, max(event_time) + interval '1 second' AS span_to
    FROM numbered GROUP BY principal_ref, burst`;
}

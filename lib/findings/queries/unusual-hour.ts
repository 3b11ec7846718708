import { Prisma } from "#lib/db/prisma.ts";
import { firstIds, type FoundOptions, knownEventSql, NOT_A_SERVICE } from "./found-sql.ts";

/**
 * Kind `unusual-hour`: the writes of a principal in an hour into whose hour of the day (UTC) few of its calls before
 * that hour fell.
 */
export function unusualHour({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  const { hourShare, hourCalls } = thresholds;
  return Prisma.sql`WITH slot AS (
      SELECT principal_ref, date_trunc('hour', event_time, 'UTC') AS slot, count(*) AS calls,
        count(*) FILTER (WHERE access = 'write') AS writes
      FROM event WHERE ${knownEventSql(asOf)} AND ${NOT_A_SERVICE} GROUP BY 1, 2
    ), known AS (
      SELECT *, sum(calls) OVER (PARTITION BY principal_ref ORDER BY slot) - calls AS before,
        sum(calls) OVER (PARTITION BY principal_ref, extract(hour FROM slot AT TIME ZONE 'UTC') ORDER BY slot) - calls AS in_hour
      FROM slot
    ), unusual AS MATERIALIZED (
      SELECT * FROM known
      WHERE writes > 0 AND before >= ${hourCalls}::bigint AND in_hour * 100 < ${hourShare}::bigint * before
    )
    SELECT write.at, write.evidence[1] AS key, principal_ref, write.project_ref, NULL::text AS subject, NULL::text AS resource,
      jsonb_build_object('writes', writes, 'day', to_char(slot AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
        'hour', to_char(slot AT TIME ZONE 'UTC', 'HH24'), 'before', before, 'inHour', in_hour,
        'share', round(in_hour * 100 / before, 2)::text) AS facts,
      write.evidence, writes AS evidence_total, slot AS span_from, slot + interval '1 hour' AS span_to
    FROM unusual CROSS JOIN LATERAL (
      SELECT min(event_time) AS at, ${firstIds} AS evidence,
        CASE WHEN count(DISTINCT project_ref) = 1 AND count(project_ref) = count(*) THEN min(project_ref) END AS project_ref
      FROM event WHERE event.principal_ref = unusual.principal_ref AND event.access = 'write' AND ${knownEventSql(asOf)}
        AND event.event_time >= unusual.slot AND event.event_time < unusual.slot + interval '1 hour'
    ) AS write`;
}

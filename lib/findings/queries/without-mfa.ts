import { Prisma } from "#lib/db/prisma.ts";
import { firstIds, type FoundOptions, knownEventSql } from "./found-sql.ts";

/** Kind `without-mfa`: a principal's writes on a project on a day, as root or in sessions that say no MFA. */
export function withoutMfa({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  return Prisma.sql`SELECT min(event_time) AS at, (array_agg(event_id ORDER BY event_time, event_id))[1] AS key, principal_ref, project_ref,
      NULL::text AS subject, NULL::text AS resource,
      jsonb_build_object('writes', count(*), 'day', to_char(min(event_time) AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
        'how', CASE WHEN bool_or(principal_type = 'Root') THEN CASE
            WHEN bool_or(mfa IS FALSE) THEN 'as root, without MFA'
            WHEN bool_and(mfa IS TRUE) THEN 'as root, with MFA' ELSE 'as root' END
          ELSE 'in sessions without MFA' END) AS facts,
      ${firstIds} AS evidence, count(*) AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM event WHERE ${knownEventSql(asOf)} AND event.access = 'write' AND (event.mfa IS FALSE OR event.principal_type = 'Root')
    GROUP BY principal_ref, project_ref, (event_time AT TIME ZONE 'UTC')::date
    HAVING count(*) >= ${thresholds.leastWrites}::bigint`;
}

import { Prisma } from "#lib/db/prisma.ts";
import { codestarActions, firstIds, type FoundOptions, knownEventSql, NOT_A_SERVICE } from "./found-sql.ts";

/** Kind `first-on-project`: the first call of each principal on each project. */
export function firstOnProject({ asOf }: FoundOptions): Prisma.Sql {
  return Prisma.sql`WITH pair AS (
      SELECT principal_ref, project_ref, ${firstIds} AS evidence, count(*) AS calls,
        count(*) FILTER (WHERE access = 'write') AS writes
      FROM event WHERE ${knownEventSql(asOf)} AND ${NOT_A_SERVICE} AND event.project_ref IS NOT NULL
      GROUP BY principal_ref, project_ref
    )
    SELECT event.event_time AS at, event.event_id AS key, pair.principal_ref, pair.project_ref, NULL::text AS subject,
      NULL::text AS resource, jsonb_build_object('calls', calls, 'writes', writes, 'error', event.error_code) AS facts,
      evidence, calls AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM pair JOIN event ON event.event_id = pair.evidence[1]
    WHERE NOT (event.outcome = 'success' AND event.action_ref IN ${codestarActions("CreateProject")})`;
}

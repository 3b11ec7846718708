import { CATALOGUE } from "#lib/codestar/catalogue.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dataEndSql, type FoundOptions, minuteText, wholeDays } from "./found-sql.ts";

const CONNECTION = String.raw`^arn:[^:]+:(codestar-connections|codeconnections):[^:]*:[^:]*:connection/`;

/** Calls that change nothing and yet use a connection: they hand out its tokens. */
const READING_USES = CATALOGUE.flatMap(({ access, effect, eventName }) =>
  access === "read" && effect === "connection" ? [eventName] : [],
);

/**
 * Kind `unused-connection`: connections that only look-ups name for long, and that nobody deleted. What another service
 * did with one (a pipeline that is given it) is use, though it is in no count of CodeStar's own.
 */
export function unusedConnection({ asOf, thresholds }: FoundOptions): Prisma.Sql {
  return Prisma.sql`WITH call AS (
      SELECT event.event_id, event.event_time, action.event_name, connection,
        event.access = 'write' OR action.event_name = ANY(${READING_USES}) AS is_use
      FROM event JOIN action ON action.id = event.action_ref CROSS JOIN LATERAL unnest(event.resource_keys) AS connection
      WHERE event.commit_no <= ${asOf} AND event.outcome = 'success' AND event.resource_keys IS NOT NULL AND connection ~ ${CONNECTION}
    ), known AS (
      SELECT connection, min(event_time) AS first_seen, max(event_time) FILTER (WHERE is_use) AS last_use,
        (array_agg(event_id ORDER BY event_time, event_id))[1] AS first_id,
        (array_agg(event_id ORDER BY event_time DESC, event_id DESC) FILTER (WHERE is_use))[1] AS last_id,
        (array_agg(event_name ORDER BY event_time DESC, event_id DESC) FILTER (WHERE is_use))[1] AS last_action,
        bool_or(event_name = 'DeleteConnection') AS is_deleted
      FROM call GROUP BY connection
    )
    SELECT coalesce(last_use, first_seen) AS at, connection AS key, last_event.principal_ref, NULL::int AS project_ref,
      NULL::text AS subject, connection AS resource,
      jsonb_build_object('connection', regexp_replace(connection, '^arn:[^:]+:[^:]+:', ''),
        'days', ${wholeDays(Prisma.sql`coalesce(last_use, first_seen)`, Prisma.sql`data_end`)},
        'lastAction', last_action, 'lastUse', ${minuteText(Prisma.sql`last_use`)},
        'firstSeen', CASE WHEN last_use IS NULL THEN ${minuteText(Prisma.sql`first_seen`)} END) AS facts,
      CASE WHEN last_id IS NULL OR last_id = first_id THEN ARRAY[first_id] ELSE ARRAY[first_id, last_id] END AS evidence,
      CASE WHEN last_id IS NULL OR last_id = first_id THEN 1 ELSE 2 END AS evidence_total,
      NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM known CROSS JOIN ${dataEndSql(asOf)} AS data
    JOIN event AS last_event ON last_event.event_id = coalesce(last_id, first_id)
    WHERE NOT is_deleted AND data_end - coalesce(last_use, first_seen) >= make_interval(days => ${thresholds.unusedDays}::int)`;
}

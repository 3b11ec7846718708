import { Prisma } from "#lib/db/prisma.ts";
import { firstIds, type FoundOptions, knownEventSql, NOT_A_SERVICE } from "./found-sql.ts";

/**
 * The calls of principals from addresses, each with how many the principal had made before, from how many other
 * networks, and from how many other addresses of the same network: the first from each network or address is what
 * `place` asks for, when enough calls were known before.
 */
export function newPlacesSql(place: "network" | "address", { asOf, thresholds }: FoundOptions): Prisma.Sql {
  const isNetwork = place === "network";
  const column = isNetwork ? Prisma.sql`source_network` : Prisma.sql`source_ip`;
  // Of the places that come first, the earlier ones of the same principal (and network) are what was known.
  const peers = isNetwork ? Prisma.sql`principal_ref` : Prisma.sql`principal_ref, source_network`;
  return Prisma.sql`WITH call AS (
      SELECT event_id, event_time, principal_ref, source_ip, source_network,
        row_number() OVER (PARTITION BY principal_ref ORDER BY event_time, event_id) - 1 AS before
      FROM event WHERE ${knownEventSql(asOf)} AND ${NOT_A_SERVICE} AND event.source_network IS NOT NULL
    ), place AS (
      SELECT principal_ref, source_network, ${column} AS place, min(before) AS before, count(*) AS calls, ${firstIds} AS evidence,
        (array_agg(source_ip ORDER BY before))[1] AS address, min(event_time) AS at
      FROM call GROUP BY principal_ref, source_network, ${column}
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY ${peers} ORDER BY before) - 1 AS others FROM place
    )
    SELECT at, evidence[1] AS key, principal_ref, NULL::int AS project_ref, NULL::text AS subject, place AS resource,
      jsonb_build_object('address', address, 'network', source_network, 'before', before, 'others', others) AS facts,
      evidence, calls AS evidence_total, NULL::timestamptz AS span_from, NULL::timestamptz AS span_to
    FROM ranked WHERE before >= ${thresholds.knownCalls}::bigint AND others > 0`;
}

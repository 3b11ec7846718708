import { Prisma } from "#lib/db/prisma.ts";

/**
 * A relation (ref, events, failures, writes) of all projects or principals that have events as of a commit: the
 * rollup, less what is newer.
 */
export function refCountsSql(of: "project" | "principal", asOf: number, onlyRef?: number): Prisma.Sql {
  const ref = Prisma.raw(`${of}_ref`);
  const only = onlyRef === undefined ? Prisma.sql`IS NOT NULL` : Prisma.sql`= ${onlyRef}`;
  return Prisma.sql`(SELECT ref, sum(n)::bigint AS events,
      coalesce(sum(n) FILTER (WHERE outcome = 'failure'), 0)::bigint AS failures,
      coalesce(sum(n) FILTER (WHERE access = 'write'), 0)::bigint AS writes
    FROM (
      SELECT ${ref} AS ref, access, outcome, events AS n FROM ${Prisma.raw(`rollup_day_${of}`)} WHERE ${ref} ${only}
      UNION ALL
      SELECT ${ref}, access, outcome, -1 FROM event WHERE NOT is_related AND commit_no > ${asOf} AND ${ref} ${only}
    ) AS counted GROUP BY ref HAVING sum(n) > 0)`;
}

/** The time of a project's or principal's first or last event as of a commit; `counts` has its `ref`. */
export function seenSql(of: "project" | "principal", which: "first" | "last", asOf: number): Prisma.Sql {
  const direction = Prisma.raw(which === "first" ? "ASC" : "DESC");
  return Prisma.sql`(SELECT event.event_time FROM event
    WHERE event.${Prisma.raw(`${of}_ref`)} = counts.ref AND event.commit_no <= ${asOf} AND NOT event.is_related
    ORDER BY event.event_time ${direction}, event.event_id ${direction} LIMIT 1)`;
}

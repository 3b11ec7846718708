import { z } from "zod";
import type { ActionsSeen } from "#lib/catalogue/action-seen.ts";
import { FAMILY_ACTIONS } from "#lib/codestar/catalogue.ts";
import { FAMILY_SOURCES } from "#lib/codestar/event-sources.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import { resolveAsOf } from "#lib/events/queries/current-commit.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";

const MAX_UNKNOWN = 200;
/** Every known action in each of the spellings of its source. */
const MAX_KNOWN = 1000;

const seenSchema = z.object({
  eventSource: z.string(),
  eventName: z.string(),
  events: dbNumber,
  failures: dbNumber,
  firstSeen: z.string(),
  lastSeen: z.string(),
  lastEventId: z.string(),
  lastSummary: z.string(),
  total: dbNumber,
});

/** The actions of the family's event sources among the events as of a commit: those of the catalogue, and the others. */
export async function listActionsSeen(options: { asOf?: number } = {}): Promise<ActionsSeen> {
  const asOf = await resolveAsOf(options.asOf);
  // China's partition has its own spelling of a source.
  const known = FAMILY_ACTIONS.flatMap(({ eventSource, eventName }) =>
    spellings(eventSource).map((source) => Prisma.sql`(${source}, ${eventName})`),
  );
  const isKnown = Prisma.sql`(action.event_source, action.event_name) IN (${Prisma.join(known)})`;
  const isFamily = Prisma.sql`action.event_source IN (${Prisma.join(FAMILY_SOURCES.flatMap(spellings))})`;
  const [knownRows, unknownRows] = await Promise.all([
    readRows(
      seenSchema,
      Prisma.sql`${seenSql(isKnown, asOf)}
        ORDER BY action.event_source COLLATE "C", action.event_name COLLATE "C" LIMIT ${MAX_KNOWN}`,
    ),
    readRows(
      seenSchema,
      Prisma.sql`${seenSql(Prisma.sql`${isFamily} AND NOT ${isKnown}`, asOf)}
        ORDER BY newest.event_time DESC, action.event_source COLLATE "C", action.event_name COLLATE "C" LIMIT ${MAX_UNKNOWN}`,
    ),
  ]);
  return { asOf, known: cutRows(knownRows).items, unknown: cutRows(unknownRows) };
}

function spellings(source: string): string[] {
  return [source, `${source}.cn`];
}

/** Counts come from the rollup, less what is newer; the ends from the index. */
function seenSql(where: Prisma.Sql, asOf: number): Prisma.Sql {
  const end = (
    direction: "ASC" | "DESC",
  ) => Prisma.sql`SELECT event.event_time, event.event_id, event.summary FROM event
    WHERE event.action_ref = action.id AND event.commit_no <= ${asOf} AND ${NOT_RELATED}
    ORDER BY event.event_time ${Prisma.raw(direction)}, event.event_id ${Prisma.raw(direction)} LIMIT 1`;
  return Prisma.sql`SELECT action.event_source AS "eventSource", action.event_name AS "eventName", counts.events, counts.failures,
      ${isoTimeSql(Prisma.sql`oldest.event_time`)} AS "firstSeen", ${isoTimeSql(Prisma.sql`newest.event_time`)} AS "lastSeen",
      newest.event_id AS "lastEventId", newest.summary AS "lastSummary", count(*) OVER () AS total
    FROM (
      SELECT action_ref, sum(n)::bigint AS events, coalesce(sum(n) FILTER (WHERE outcome = 'failure'), 0)::bigint AS failures
      FROM (
        SELECT action_ref, outcome, events AS n FROM rollup_hour
        UNION ALL
        SELECT action_ref, outcome, -1 FROM event WHERE event.commit_no > ${asOf} AND ${NOT_RELATED}
      ) AS counted GROUP BY action_ref HAVING sum(n) > 0
    ) AS counts
    JOIN action ON action.id = counts.action_ref
    JOIN LATERAL (${end("ASC")}) AS oldest ON TRUE
    JOIN LATERAL (${end("DESC")}) AS newest ON TRUE
    WHERE ${where}`;
}

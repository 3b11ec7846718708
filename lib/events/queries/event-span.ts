import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRow } from "#lib/db/read-rows.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { eventCountsSql } from "./event-counts-sql.ts";
import { type AsOf, filterSql } from "./filter-sql.ts";

/** In ms; an event may be some microseconds later. */
export type EventSpan = { first: number; last: number };

/** First and last time among the matches; null when there are none. */
export async function eventSpan(filter: EventFilter, at: AsOf & { principalRef?: number }): Promise<EventSpan | null> {
  const { principalRef } = at;
  const ofPrincipal = principalRef === undefined ? [] : [Prisma.sql`event.principal_ref = ${principalRef}`];
  const where = Prisma.join([await filterSql(filter, at), ...ofPrincipal], " AND ");
  const isEverything = Object.values(filter.terms).every((terms) => terms.length === 0) && principalRef === undefined;
  // The index by time ends that search at once; with a filter it may have to look at all events.
  if (isEverything) return ends(where, null);
  const { sql, stepMs } = await eventCountsSql(filter, { ...at, timeStep: "day" });
  if (stepMs === null) return ends(where, null);
  const steps = await readSpan(
    Prisma.sql`SELECT min(time) AS first, max(time) AS last
      FROM (SELECT time FROM ${sql} AS counted GROUP BY time HAVING sum(n) > 0) AS steps`,
  );
  return steps && ends(where, { ...steps, stepMs });
}

/** The ends among the events themselves, looked for in the first and the last step alone where these are known. */
function ends(where: Prisma.Sql, steps: (EventSpan & { stepMs: number }) | null): Promise<EventSpan | null> {
  const end = (which: "first" | "last") => {
    const inStep = steps ? stepSql(steps[which], steps.stepMs) : Prisma.empty;
    const time = Prisma.raw(which === "first" ? "min(event.event_time)" : "max(event.event_time)");
    return Prisma.sql`(SELECT ${time} FROM event WHERE ${where} ${inStep})`;
  };
  return readSpan(Prisma.sql`SELECT ${end("first")} AS first, ${end("last")} AS last`);
}

function stepSql(timeMs: number, stepMs: number): Prisma.Sql {
  const start = new Date(timeMs).toISOString();
  // Its own millisecond as well: the step may be the time of an event, cut off.
  return Prisma.sql`AND event.event_time >= ${start}::timestamptz AND event.event_time <= ${start}::timestamptz + ${stepMs} * interval '1 millisecond'`;
}

async function readSpan(sql: Prisma.Sql): Promise<EventSpan | null> {
  const { first, last } = await readRow(
    z.object({ first: z.string().nullable(), last: z.string().nullable() }),
    Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`first`)} AS first, ${isoTimeSql(Prisma.sql`last`)} AS last FROM (${sql}) AS span`,
  );
  return first === null || last === null ? null : { first: Date.parse(first), last: Date.parse(last) };
}

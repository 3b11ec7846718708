import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import { CONTEXT_MINUTES, type EventContext } from "#lib/events/event-context.ts";
import { resolveAsOf } from "./current-commit.ts";
import { storableId } from "./event-position.ts";
import { eventJoins, eventRowSchema, eventSelect } from "./event-select.ts";
import { NOT_RELATED } from "./filter-sql.ts";

const DEFAULT_LIMIT = 50;

const centreSchema = z.object({
  eventTime: z.string(),
  principalRef: z.int(),
  isRelated: z.boolean(),
  from: z.string(),
  to: z.string(),
});

/**
 * What the principal of an event did in the minutes around it, as of a commit; null when there is no such event. What
 * other services recorded joins in when the event itself is of that.
 * @param options.limit how many on either side at most, the nearest of them
 */
export async function getEventContext(
  eventId: string,
  options: { asOf?: number; limit?: number } = {},
): Promise<EventContext | null> {
  const asOf = await resolveAsOf(options.asOf);
  const limit = options.limit ?? DEFAULT_LIMIT;
  const id = storableId(eventId);
  const width = Prisma.sql`make_interval(mins => ${CONTEXT_MINUTES}::int)`;
  const [centre] = await readRows(
    centreSchema,
    Prisma.sql`SELECT ${isoTimeSql(Prisma.sql`event_time`)} AS "eventTime", principal_ref AS "principalRef",
        is_related AS "isRelated", ${isoTimeSql(Prisma.sql`(event_time - ${width})`)} AS from,
        ${isoTimeSql(Prisma.sql`(event_time + ${width})`)} AS to
      FROM event WHERE event_id = ${id} AND commit_no <= ${asOf}`,
  );
  if (!centre) return null;
  const { from, to, eventTime, principalRef, isRelated } = centre;
  const place = Prisma.sql`(${eventTime}::timestamptz, ${id})`;
  const mine = Prisma.sql`event.principal_ref = ${principalRef} AND event.commit_no <= ${asOf}
    AND event.event_time >= ${from}::timestamptz AND event.event_time < ${to}::timestamptz
    AND ${isRelated ? Prisma.sql`TRUE` : NOT_RELATED}`;
  const side = (comparison: Prisma.Sql, order: Prisma.Sql, count: number) =>
    Prisma.sql`(SELECT event.* FROM event WHERE ${mine} AND (event.event_time, event.event_id) ${comparison} ${place}
      ORDER BY event.event_time ${order}, event.event_id ${order} LIMIT ${count})`;
  const [events, counts] = await Promise.all([
    readRows(
      eventRowSchema,
      Prisma.sql`SELECT ${eventSelect(asOf)} FROM (
          ${side(Prisma.sql`<`, Prisma.sql`DESC`, limit)} UNION ALL ${side(Prisma.sql`>=`, Prisma.sql`ASC`, limit + 1)}
        ) AS event ${eventJoins} ORDER BY event.event_time, event.event_id`,
    ),
    readRow(
      z.object({ before: dbNumber, others: dbNumber }),
      Prisma.sql`SELECT count(*) FILTER (WHERE (event.event_time, event.event_id) < ${place}) AS before,
        count(*) AS others FROM event WHERE ${mine}`,
    ),
  ]);
  const after = counts.others - counts.before - 1;
  return {
    events,
    moreBefore: Math.max(0, counts.before - limit),
    moreAfter: Math.max(0, after - limit),
    from,
    to,
  };
}

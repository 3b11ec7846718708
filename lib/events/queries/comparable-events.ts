import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { ComparableEvent } from "#lib/events/event-context.ts";
import { resolveAsOf } from "./current-commit.ts";
import { storableId } from "./event-position.ts";
import { eventJoins, eventRowSchema, eventSelect } from "./event-select.ts";

const rowSchema = z.intersection(eventRowSchema, z.object({ is: z.enum(["previous", "next", "previous-on-project"]) }));

/**
 * What an event is most likely compared with, as of a commit: the same action by the same principal just before and just
 * after it, and the same action on the same project just before. Null when there is no such event.
 */
export async function comparableEvents(
  eventId: string,
  options: { asOf?: number } = {},
): Promise<ComparableEvent[] | null> {
  const asOf = await resolveAsOf(options.asOf);
  const id = storableId(eventId);
  const known = await readRows(
    z.object({ id: z.string() }),
    Prisma.sql`SELECT event_id AS id FROM event WHERE event_id = ${id} AND commit_no <= ${asOf}`,
  );
  if (known.length === 0) return null;
  const side = (is: ComparableEvent["is"], same: Prisma.Sql, isBefore: boolean) => {
    const order = isBefore ? Prisma.sql`DESC` : Prisma.sql`ASC`;
    return Prisma.sql`(SELECT event.*, ${is}::text AS is FROM me JOIN event ON event.action_ref = me.action_ref AND ${same}
        AND (event.event_time, event.event_id) ${isBefore ? Prisma.sql`<` : Prisma.sql`>`} (me.event_time, me.event_id)
        AND event.commit_no <= ${asOf} AND (me.is_related OR NOT event.is_related)
      ORDER BY event.event_time ${order}, event.event_id ${order} LIMIT 1)`;
  };
  const byMe = Prisma.sql`event.principal_ref = me.principal_ref`;
  const onMine = Prisma.sql`event.project_ref = me.project_ref`;
  const rows = await readRows(
    rowSchema,
    Prisma.sql`WITH me AS MATERIALIZED (
        SELECT event_time, event_id, action_ref, principal_ref, project_ref, is_related FROM event WHERE event_id = ${id}
      )
      SELECT ${eventSelect(asOf)}, event.is FROM (
        ${side("previous", byMe, true)} UNION ALL ${side("next", byMe, false)}
        UNION ALL ${side("previous-on-project", onMine, true)}
      ) AS event ${eventJoins}`,
  );
  const found = rows.map(({ is, ...event }) => ({ is, event }));
  return found.filter(
    ({ is, event }, index) =>
      is !== "previous-on-project" || !found.slice(0, index).some((other) => other.event.eventId === event.eventId),
  );
}

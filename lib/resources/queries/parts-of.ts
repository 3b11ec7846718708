import { z } from "zod";
import { KIND_NAMES, namedResource } from "#lib/codestar/resource-kind.ts";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRows } from "#lib/db/read-rows.ts";
import type { Cut } from "#lib/events/activity.ts";
import { NOT_RELATED } from "#lib/events/queries/filter-sql.ts";
import { cutRows } from "#lib/events/queries/cut-rows.ts";
import type { ResourcePart } from "#lib/resources/resource-detail.ts";
import { factsOf } from "./facts-of.ts";

const rowSchema = z.object({
  key: z.string(),
  events: dbNumber,
  lastSeen: z.string(),
  eventId: z.string(),
  total: dbNumber,
});

/**
 * What belongs to a resource: the other resources that successful calls of the family name together with it, such as a
 * host's connections. `naming` is the condition on events that name the resource.
 */
export async function partsOf(
  key: string,
  naming: Prisma.Sql,
  asOf: number,
  limit: number,
): Promise<Cut<ResourcePart>> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT other AS key, count(*) AS events, ${isoTimeSql(Prisma.sql`max(event.event_time)`)} AS "lastSeen",
        (array_agg(event.event_id ORDER BY event.event_time DESC, event.event_id DESC))[1] AS "eventId",
        count(*) OVER () AS total
      FROM event CROSS JOIN unnest(event.resource_keys) AS other
      WHERE ${naming} AND ${NOT_RELATED} AND event.outcome = 'success' AND other <> ${key}
      GROUP BY other ORDER BY max(event.event_time) DESC, other COLLATE "C" LIMIT ${limit}`,
  );
  const { items, total } = cutRows(rows);
  const facts = await factsOf(
    items.map((item) => item.key),
    asOf,
  );
  const parts = items.flatMap((item) => {
    const named = namedResource(item.key);
    return named ? [{ ...item, ...named, name: facts.get(item.key)?.name ?? null }] : [];
  });
  const order = ({ kind }: ResourcePart) => KIND_NAMES.indexOf(kind);
  return { items: parts.toSorted((a, b) => order(a) - order(b)), total };
}

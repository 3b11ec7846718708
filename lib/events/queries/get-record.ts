import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { storableId } from "./event-position.ts";

/** An event's record exactly as CloudTrail delivered it; null when there is no such event. */
export async function getRecord(eventId: string): Promise<string | null> {
  const [row] = await readRows(
    z.object({ record: z.string() }),
    Prisma.sql`SELECT record::text AS record FROM event_record WHERE event_id = ${storableId(eventId)}`,
  );
  return row?.record ?? null;
}

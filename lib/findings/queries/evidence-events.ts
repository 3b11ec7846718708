import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { EvidenceEvent } from "#lib/findings/finding.ts";

const rowSchema = z.object({
  eventId: z.string(),
  eventTime: z.string(),
  outcome: z.enum(["success", "failure"]),
  summary: z.string(),
});

/** Events by their ids, for those who show them as evidence. */
export async function evidenceEvents(eventIds: readonly string[]): Promise<ReadonlyMap<string, EvidenceEvent>> {
  const rows = await readRows(
    rowSchema,
    Prisma.sql`SELECT event_id AS "eventId", ${isoTimeSql(Prisma.sql`event_time`)} AS "eventTime", outcome, summary
      FROM event WHERE event_id = ANY(${[...new Set(eventIds)]})`,
  );
  return new Map(rows.map((row) => [row.eventId, row]));
}

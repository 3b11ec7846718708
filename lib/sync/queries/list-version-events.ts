import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { comparedEvents, type VersionPart } from "./version-parts.ts";

const eventSchema = z.object({ eventId: z.string(), eventTime: z.string(), summary: z.string() });

/** An event of a log file's version, in short. */
export type VersionEvent = z.infer<typeof eventSchema>;

/** The events that compare so in a version of a log file (by the commit that first read it), oldest first. */
export async function listVersionEvents(
  fileId: number,
  options: { fromCommitNo: number; part: VersionPart; limit?: number },
): Promise<VersionEvent[]> {
  return readRows(
    eventSchema,
    Prisma.sql`
      SELECT event.event_id AS "eventId", ${isoTimeSql(Prisma.sql`event.event_time`)} AS "eventTime", event.summary
      FROM ${comparedEvents(fileId)} JOIN event ON event.event_id = compared.event_id
      WHERE compared.from_commit_no = ${options.fromCommitNo}::bigint AND compared.part = ${options.part}
      ORDER BY event.event_time, event.event_id LIMIT ${options.limit ?? 100}`,
  );
}

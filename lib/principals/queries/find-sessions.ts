import { z } from "zod";
import { Prisma } from "#lib/db/prisma.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { findPerson } from "#lib/principals/find-person.ts";
import type { PrincipalSession } from "#lib/principals/principal-summary.ts";
import { sessionCreatedAt } from "#lib/principals/session-created-at.ts";
import { callerColumns, callerSchema } from "./caller-sql.ts";
import type { ActivityRow } from "./count-activity.ts";
import { findHandovers } from "./find-handovers.ts";

const rowSchema = callerSchema.extend({ eventId: z.string(), record: z.string().nullable() });

/**
 * Sessions with what any of their calls says of them: who was behind them and, of the first so many, when they were
 * made, which only the record has.
 */
export async function findSessions(
  counted: readonly ActivityRow[],
  { asOf, dated }: { asOf: number; dated: number },
): Promise<PrincipalSession[]> {
  const eventIds = counted.map(({ anyEventId }) => anyEventId);
  const [rows, handovers] = await Promise.all([
    readRows(
      rowSchema,
      Prisma.sql`SELECT event.event_id AS "eventId", event_record.record::text AS record, ${callerColumns}
        FROM event LEFT JOIN event_record
          ON event_record.event_id = event.event_id AND event_record.event_id = ANY(${eventIds.slice(0, dated)})
        WHERE event.event_id = ANY(${eventIds})`,
    ),
    findHandovers(
      counted.map(({ c }) => c),
      asOf,
    ),
  ]);
  const callers = new Map(rows.map((row) => [row.eventId, row]));
  return counted.flatMap(({ a, b, c, anyEventId, ...counts }) => {
    const caller = callers.get(anyEventId);
    if (!caller) return [];
    return {
      sessionName: a,
      arn: b,
      accessKeyId: c,
      // Without a key these may be many sessions, each made at a time of its own.
      createdAt: c === null || caller.record === null ? null : sessionCreatedAt(caller.record, counts.firstSeen),
      ...counts,
      behind: findPerson(caller, handovers.get(c ?? "") ?? []),
    };
  });
}

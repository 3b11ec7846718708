import { createHash } from "node:crypto";
import { z } from "zod";
import { isoTimeSql } from "#lib/db/iso-time-sql.ts";
import { Prisma } from "#lib/db/prisma.ts";
import { dbNumber, readRow, readRows } from "#lib/db/read-rows.ts";
import type { EventConflict, EventDelivery, EventDetail } from "#lib/events/event-detail.ts";
import { resolveAsOf } from "./current-commit.ts";
import { storableId } from "./event-position.ts";
import { eventJoins, eventRowSchema, eventSelect } from "./event-select.ts";

const MAX_DELIVERIES = 100;
const MAX_CONFLICTS = 20;

const detailSchema = z.intersection(
  eventRowSchema,
  z.object({
    eventType: z.string().nullable(),
    readOnly: z.boolean().nullable(),
    principalKey: z.string(),
    principalLabel: z.string(),
    record: z.string(),
    trailUrl: z.string(),
    position: z.int().nullable(),
    commitNo: dbNumber,
  }),
);

const deliverySchema: z.ZodType<EventDelivery> = z.object({
  logFileId: dbNumber,
  trailUrl: z.string(),
  key: z.string(),
  isFirst: z.boolean(),
  ingestedAt: z.string().nullable(),
  commitNo: dbNumber,
});

const conflictSchema: z.ZodType<EventConflict> = z.object({
  trailUrl: z.string(),
  key: z.string(),
  position: z.int(),
  sha256: z.string(),
  record: z.string(),
});

/** Everything known of one event as of a commit; null when no event had the id then. */
export async function getEvent(eventId: string, options: { asOf?: number } = {}): Promise<EventDetail | null> {
  const asOf = await resolveAsOf(options.asOf);
  const id = storableId(eventId);
  const [event] = await readRows(
    detailSchema,
    Prisma.sql`SELECT ${eventSelect(asOf)}, event.event_type AS "eventType", event.read_only AS "readOnly",
        principal.key AS "principalKey", principal.name AS "principalLabel", event_record.record::text AS record,
        trail.url AS "trailUrl",
        CASE WHEN event.log_file_commit_no <= ${asOf} THEN event.position END AS position,
        event.commit_no AS "commitNo"
      FROM event ${eventJoins}
      JOIN principal ON principal.id = event.principal_ref
      JOIN event_record ON event_record.event_id = event.event_id
      JOIN log_file AS found ON found.id = ${foundIn(asOf)}
      JOIN trail ON trail.id = found.trail_id
      WHERE event.event_id = ${id} AND event.commit_no <= ${asOf}`,
  );
  if (!event) return null;
  const [deliveries, conflicts] = await Promise.all([deliveriesOf(id, asOf), conflictsOf(id, asOf)]);
  return {
    ...event,
    recordSha256: createHash("sha256").update(event.record).digest("hex"),
    recordBytes: Buffer.byteLength(event.record),
    ...deliveries,
    ...conflicts,
  };
}

/** The file whose key is the event's `logFile`; of one key in several trails, that of the first trail. */
function foundIn(asOf: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN event.log_file_commit_no <= ${asOf} THEN event.log_file_id ELSE (
    SELECT earlier.id FROM log_file AS earlier
    WHERE earlier.id = ANY(ARRAY(
      SELECT event.inserted_from UNION ALL
      SELECT event_delivery.log_file_id FROM event_delivery
      WHERE event_delivery.event_id = event.event_id AND event_delivery.commit_no <= ${asOf}))
    ORDER BY earlier.key, earlier.trail_id LIMIT 1) END`;
}

async function deliveriesOf(
  eventId: string,
  asOf: number,
): Promise<Pick<EventDetail, "deliveries" | "deliveriesTotal">> {
  const delivered = Prisma.sql`(
    SELECT inserted_from AS log_file_id, commit_no, TRUE AS is_first FROM event WHERE event_id = ${eventId}
    UNION ALL
    SELECT log_file_id, commit_no, FALSE FROM event_delivery WHERE event_id = ${eventId} AND commit_no <= ${asOf}
      AND log_file_id <> (SELECT inserted_from FROM event WHERE event_id = ${eventId})
  ) AS delivered`;
  const [deliveries, { total }] = await Promise.all([
    readRows(
      deliverySchema,
      Prisma.sql`SELECT log_file.id AS "logFileId", trail.url AS "trailUrl", log_file.key, delivered.is_first AS "isFirst",
          ${isoTimeSql(Prisma.sql`log_file.ingested_at`)} AS "ingestedAt", delivered.commit_no AS "commitNo"
        FROM ${delivered}
        JOIN log_file ON log_file.id = delivered.log_file_id JOIN trail ON trail.id = log_file.trail_id
        ORDER BY log_file.key, log_file.id LIMIT ${MAX_DELIVERIES}`,
    ),
    readRow(z.object({ total: dbNumber }), Prisma.sql`SELECT count(*) AS total FROM ${delivered}`),
  ]);
  return { deliveries, deliveriesTotal: total };
}

async function conflictsOf(eventId: string, asOf: number): Promise<Pick<EventDetail, "conflicts" | "conflictsTotal">> {
  const where = Prisma.sql`event_conflict.event_id = ${eventId} AND event_conflict.commit_no <= ${asOf}`;
  const [conflicts, { total }] = await Promise.all([
    readRows(
      conflictSchema,
      Prisma.sql`SELECT trail.url AS "trailUrl", log_file.key, event_conflict.position, event_conflict.sha256,
          event_conflict.record::text AS record
        FROM event_conflict
        JOIN log_file ON log_file.id = event_conflict.log_file_id JOIN trail ON trail.id = log_file.trail_id
        WHERE ${where} ORDER BY log_file.key, log_file.id, event_conflict.position LIMIT ${MAX_CONFLICTS}`,
    ),
    readRow(z.object({ total: dbNumber }), Prisma.sql`SELECT count(*) AS total FROM event_conflict WHERE ${where}`),
  ]);
  return { conflicts, conflictsTotal: total };
}

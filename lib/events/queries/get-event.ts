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
    isEarlierPosition: z.boolean(),
    commitNo: dbNumber,
  }),
);

const deliverySchema = z.object({
  logFileId: dbNumber,
  trailUrl: z.string(),
  key: z.string(),
  isFirst: z.boolean(),
  ingestedAt: z.string().nullable(),
  commitNo: dbNumber,
  isWithdrawn: z.boolean(),
  since: z.string().nullable(),
  isCertain: z.boolean().nullable(),
  hasOtherBytes: z.boolean().nullable(),
});

const conflictSchema: z.ZodType<EventConflict> = z.object({
  trailUrl: z.string(),
  key: z.string(),
  position: z.int(),
  sha256: z.string(),
  record: z.string(),
  isWithdrawn: z.boolean(),
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
        coalesce(found.content_commit_no <= ${asOf} AND event.log_file_commit_no < found.content_commit_no, FALSE)
          AS "isEarlierPosition",
        event.commit_no AS "commitNo"
      FROM event ${eventJoins}
      JOIN principal ON principal.id = event.principal_ref
      JOIN event_record ON event_record.event_id = event.event_id
      JOIN log_file AS found ON found.id = ${foundIn(asOf)}
      JOIN trail ON trail.id = found.trail_id
      WHERE event.event_id = ${id} AND event.commit_no <= ${asOf}`,
  );
  if (!event) return null;
  const recordSha256 = createHash("sha256").update(event.record).digest("hex");
  const [deliveries, conflicts] = await Promise.all([deliveriesOf(id, recordSha256, asOf), conflictsOf(id, asOf)]);
  return {
    ...event,
    recordSha256,
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

/** The mark, as of a commit, on what `log_file` delivered under an id: on the id, or only on the record of that hash. */
function withdrawnSql(eventId: Prisma.Sql, sha256: Prisma.Sql, asOf: number): Prisma.Sql {
  return Prisma.sql`SELECT mark.is_certain, mark.sha256 IS NOT NULL AS has_other_bytes, ingest_commit.committed_at
    FROM withdrawal AS mark LEFT JOIN ingest_commit ON ingest_commit.no = mark.from_commit_no
    WHERE mark.event_id = ${eventId} AND mark.log_file_id = log_file.id
      AND (mark.sha256 IS NULL OR mark.sha256 = ${sha256})
      AND mark.from_commit_no <= ${asOf} AND (mark.to_commit_no IS NULL OR mark.to_commit_no > ${asOf})
    ORDER BY mark.sha256 NULLS FIRST LIMIT 1`;
}

async function deliveriesOf(
  eventId: string,
  recordSha256: string,
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
          ${isoTimeSql(Prisma.sql`log_file.ingested_at`)} AS "ingestedAt", delivered.commit_no AS "commitNo",
          withdrawn.is_certain IS NOT NULL AS "isWithdrawn", ${isoTimeSql(Prisma.sql`withdrawn.committed_at`)} AS since,
          withdrawn.is_certain AS "isCertain", withdrawn.has_other_bytes AS "hasOtherBytes"
        FROM ${delivered}
        JOIN log_file ON log_file.id = delivered.log_file_id JOIN trail ON trail.id = log_file.trail_id
        LEFT JOIN LATERAL (${withdrawnSql(Prisma.sql`${eventId}`, Prisma.sql`${recordSha256}`, asOf)}) AS withdrawn ON TRUE
        ORDER BY log_file.key, log_file.id LIMIT ${MAX_DELIVERIES}`,
    ),
    readRow(z.object({ total: dbNumber }), Prisma.sql`SELECT count(*) AS total FROM ${delivered}`),
  ]);
  return { deliveries: deliveries.map(asDelivery), deliveriesTotal: total };
}

function asDelivery(row: z.infer<typeof deliverySchema>): EventDelivery {
  const { isWithdrawn, since, isCertain, hasOtherBytes, ...delivery } = row;
  if (!isWithdrawn) return { ...delivery, withdrawal: null };
  return { ...delivery, withdrawal: { since, isCertain: isCertain ?? false, hasOtherBytes: hasOtherBytes ?? false } };
}

async function conflictsOf(eventId: string, asOf: number): Promise<Pick<EventDetail, "conflicts" | "conflictsTotal">> {
  const where = Prisma.sql`event_conflict.event_id = ${eventId} AND event_conflict.commit_no <= ${asOf}`;
  const [conflicts, { total }] = await Promise.all([
    readRows(
      conflictSchema,
      Prisma.sql`SELECT trail.url AS "trailUrl", log_file.key, event_conflict.position, event_conflict.sha256,
          event_conflict.record::text AS record,
          EXISTS (${withdrawnSql(Prisma.sql`event_conflict.event_id`, Prisma.sql`event_conflict.sha256`, asOf)}) AS "isWithdrawn"
        FROM event_conflict
        JOIN log_file ON log_file.id = event_conflict.log_file_id JOIN trail ON trail.id = log_file.trail_id
        WHERE ${where} ORDER BY log_file.key, log_file.id, event_conflict.position LIMIT ${MAX_CONFLICTS}`,
    ),
    readRow(z.object({ total: dbNumber }), Prisma.sql`SELECT count(*) AS total FROM event_conflict WHERE ${where}`),
  ]);
  return { conflicts, conflictsTotal: total };
}

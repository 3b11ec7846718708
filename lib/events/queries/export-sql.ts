import { Prisma } from "#lib/db/prisma.ts";
import type { EventField } from "#lib/events/event-field.ts";
import { eventFields } from "#lib/events/fields.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { resolveAsOf } from "./current-commit.ts";
import type { EventOrder } from "./event-cursor.ts";
import { eventJoins, valueSql } from "./event-select.ts";
import { filterSql } from "./filter-sql.ts";

export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportQuery = {
  filter: EventFilter;
  format: ExportFormat;
  /** CSV: the columns, in this order; all when absent. */
  fields?: readonly EventField[];
  order?: EventOrder;
  asOf?: number;
  now?: Date;
};

/** What an export asks: the cells of the CSV, or the record alone. */
export async function exportSql({
  filter,
  format,
  fields = eventFields,
  order = "desc",
  ...at
}: ExportQuery): Promise<Prisma.Sql> {
  const asOf = await resolveAsOf(at.asOf);
  const where = await filterSql(filter, { asOf, now: at.now ?? new Date() });
  const direction = order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const orderBy = Prisma.sql`ORDER BY event.event_time ${direction}, event.event_id ${direction}`;
  if (format === "csv")
    return Prisma.sql`SELECT ${cellsSql(fields, asOf)} FROM event ${eventJoins} WHERE ${where} ${orderBy}`;
  return Prisma.sql`SELECT event_record.record::text FROM event JOIN event_record ON event_record.event_id = event.event_id WHERE ${where} ${orderBy}`;
}

/** The columns as text: a flag as `true` or `false`, an empty text as none, which COPY tells apart. */
function cellsSql(fields: readonly EventField[], asOf: number): Prisma.Sql {
  return Prisma.join(fields.map((field) => Prisma.sql`nullif((${valueSql(field, asOf)})::text, '')`));
}

import { Prisma } from "#lib/db/prisma.ts";
import { cursorRows } from "#lib/db/cursor-rows.ts";
import { csvCell } from "./csv-cell.ts";
import type { EventField } from "#lib/events/event-field.ts";
import { eventFields } from "#lib/events/fields.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { oneLineJson } from "./one-line-json.ts";
import { resolveAsOf } from "./current-commit.ts";
import type { EventOrder } from "./event-cursor.ts";
import { eventJoins, valueSql } from "./event-select.ts";
import { filterSql } from "./filter-sql.ts";

export const EXPORT_FORMATS = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportOptions = {
  filter: EventFilter;
  format: ExportFormat;
  /** CSV: a `'` before what a spreadsheet would run as a formula; true when absent. */
  isSafe?: boolean;
  /** CSV: begin with a byte order mark, by which spreadsheets know UTF-8; false when absent. */
  hasBom?: boolean;
  /** CSV: the columns, in this order; all when absent. */
  fields?: readonly EventField[];
  order?: EventOrder;
  asOf?: number;
  now?: Date;
  signal?: AbortSignal;
};

/** Some of an export's text, and how many events are in it. */
export type ExportPart = { text: string; rows: number };
export type EventExport = { asOf: number; now: Date; parts: AsyncGenerator<ExportPart> };

// Records may be a quarter of a megabyte, a row of the CSV is a few hundred bytes.
const MAX_ROWS = { csv: 1000, jsonl: 200 } as const;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * All matching events, newest first unless turned, in constant memory. The query begins with the first part; breaking
 * off the loop, or the signal, cancels it.
 * @throws RequestError for an `asOf` in the future.
 */
export async function exportEvents(options: ExportOptions): Promise<EventExport> {
  const { format, fields = eventFields, order = "desc", now = new Date(), signal } = options;
  const asOf = await resolveAsOf(options.asOf);
  const where = await filterSql(options.filter, { asOf, now });
  const direction = order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const orderBy = Prisma.sql`ORDER BY event.event_time ${direction}, event.event_id ${direction}`;
  switch (format) {
    case "csv":
      return {
        asOf,
        now,
        parts: csvParts(
          Prisma.sql`SELECT ${cellsSql(fields, asOf)} FROM event ${eventJoins} WHERE ${where} ${orderBy}`,
          fields,
          options,
        ),
      };
    case "jsonl":
      return {
        asOf,
        now,
        parts: jsonlParts(
          Prisma.sql`SELECT event_record.record::text FROM event JOIN event_record ON event_record.event_id = event.event_id WHERE ${where} ${orderBy}`,
          signal,
        ),
      };
  }
}

async function* csvParts(
  sql: Prisma.Sql,
  fields: readonly EventField[],
  { isSafe = true, hasBom = false, signal }: ExportOptions,
): AsyncGenerator<ExportPart> {
  // With the first rows, so that what fails before them fails before anything was sent.
  let head = `${hasBom ? BYTE_ORDER_MARK : ""}${fields.map((field) => field.name).join(",")}\r\n`;
  for await (const rows of cursorRows(sql, { maxRows: MAX_ROWS.csv, signal })) {
    yield { text: head + rows.map((row) => csvLine(row, isSafe)).join(""), rows: rows.length };
    head = "";
  }
  if (head !== "") yield { text: head, rows: 0 };
}

async function* jsonlParts(sql: Prisma.Sql, signal?: AbortSignal): AsyncGenerator<ExportPart> {
  for await (const rows of cursorRows(sql, { maxRows: MAX_ROWS.jsonl, signal })) {
    yield { text: rows.map(([record]) => `${oneLineJson(record ?? "")}\n`).join(""), rows: rows.length };
  }
}

function csvLine(row: (string | null)[], isSafe: boolean): string {
  let line = "";
  for (const [index, value] of row.entries())
    line += `${index === 0 ? "" : ","}${value === null ? "" : csvCell(value, isSafe)}`;
  return `${line}\r\n`;
}

/** The columns as text: a flag as `true` or `false`. */
function cellsSql(fields: readonly EventField[], asOf: number): Prisma.Sql {
  return Prisma.join(fields.map((field) => Prisma.sql`(${valueSql(field, asOf)})::text`));
}

import { copyOut } from "#lib/db/copy-out.ts";
import type { Prisma } from "#lib/db/prisma.ts";
import type { EventField } from "#lib/events/event-field.ts";
import { CopiedValues } from "./copied-values.ts";
import { CsvLines } from "./csv-lines.ts";
import { eventFields } from "#lib/events/fields.ts";
import { oneLineJson } from "./one-line-json.ts";
import { resolveAsOf } from "./current-commit.ts";
import { type ExportQuery, exportSql } from "./export-sql.ts";

export type ExportOptions = ExportQuery & {
  /** CSV: a `'` before what a spreadsheet would run as a formula; true when absent. */
  isSafe?: boolean;
  /** CSV: begin with a byte order mark, by which spreadsheets know UTF-8; false when absent. */
  hasBom?: boolean;
  signal?: AbortSignal;
};

/** Some of an export's bytes (UTF-8), and how many events end in it. */
export type ExportPart = { bytes: Uint8Array; rows: number };
export type EventExport = { asOf: number; now: Date; parts: AsyncGenerator<ExportPart> };

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * All matching events, newest first unless turned, in constant memory. The query begins with the first part; breaking
 * off the loop, or the signal, cancels it.
 * @throws RequestError for an `asOf` in the future.
 */
export async function exportEvents(options: ExportOptions): Promise<EventExport> {
  const { format, fields = eventFields, now = new Date(), signal } = options;
  const asOf = await resolveAsOf(options.asOf);
  const sql = await exportSql({ ...options, asOf, now });
  switch (format) {
    case "csv":
      return { asOf, now, parts: csvParts(sql, fields, options) };
    case "jsonl":
      return { asOf, now, parts: jsonlParts(sql, signal) };
  }
}

async function* csvParts(
  sql: Prisma.Sql,
  fields: readonly EventField[],
  { isSafe = true, hasBom = false, signal }: ExportOptions,
): AsyncGenerator<ExportPart> {
  const lines = new CsvLines(isSafe);
  // With the first rows, so that what fails before them fails before anything was sent.
  let head = `${hasBom ? BYTE_ORDER_MARK : ""}${fields.map((field) => field.name).join(",")}\r\n`;
  for await (const chunk of copyOut(sql, { format: "csv", signal })) {
    const { bytes, rows } = lines.take(chunk);
    yield { bytes: head === "" ? bytes : Buffer.concat([Buffer.from(head), bytes]), rows };
    head = "";
  }
  if (head !== "") yield { bytes: Buffer.from(head), rows: 0 };
}

async function* jsonlParts(sql: Prisma.Sql, signal?: AbortSignal): AsyncGenerator<ExportPart> {
  const values = new CopiedValues();
  for await (const chunk of copyOut(sql, { format: "binary", signal })) {
    const records = values.take(chunk);
    if (records.length > 0) yield { bytes: Buffer.concat(records.flatMap(jsonLine)), rows: records.length };
  }
}

const LINE_END = Buffer.from("\n");

function jsonLine(record: Buffer): Buffer[] {
  const isOnOneLine = !record.includes("\n") && !record.includes("\r");
  return [isOnOneLine ? record : Buffer.from(oneLineJson(record.toString())), LINE_END];
}

import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { partStream } from "#lib/api/part-stream.ts";
import { readRequest } from "#lib/api/read-request.ts";
import { RequestError } from "#lib/events/request-error.ts";
import { exportEvents, type ExportOptions } from "#lib/events/queries/export-events.ts";
import { EXPORT_FORMATS, type ExportFormat } from "#lib/events/queries/export-sql.ts";
import { exportManifest } from "#lib/events/queries/export-manifest.ts";

const OWN = {
  format: paramTypes.oneOf([...EXPORT_FORMATS, "manifest"]),
  of: paramTypes.oneOf(EXPORT_FORMATS),
  columns: paramTypes.columns,
  safe: paramTypes.oneOf(["0", "1"]),
  bom: paramTypes.oneOf(["0", "1"]),
  order: paramTypes.oneOf(["asc", "desc"]),
  asOf: paramTypes.commit,
};

const CONTENT_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/x-ndjson; charset=utf-8",
};

/** All matching events as a file, or what that file would hold. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { format, options } = readOptions(request);
    if (format === "manifest") return jsonAnswer(await exportManifest(options));
    const { asOf, parts } = await exportEvents(options);
    return new Response(await partStream(parts, request.signal), { headers: headersOf(options, asOf) });
  });
}

/** The headers alone: the query begins only when the first part is read. */
export async function HEAD(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { format, options } = readOptions(request);
    const { asOf } = await exportEvents(options);
    if (format !== "manifest") return new Response(null, { headers: headersOf(options, asOf) });
    return new Response(null, { headers: { "Content-Type": "application/json", "Cache-Control": "no-store" } });
  });
}

function readOptions(request: Request): { format: ExportFormat | "manifest"; options: ExportOptions } {
  const { filter, own } = readRequest(request, OWN);
  const { format = "csv", of = "csv", columns: fields, safe, bom, order, asOf } = own;
  const made = format === "manifest" ? of : format;
  if (fields && made !== "csv")
    throw new RequestError({
      name: "columns",
      value: fields.map((field) => field.name).join(","),
      message: "columns are those of the CSV; JSON lines are whole records",
    });
  const csv = { fields, isSafe: safe !== "0", hasBom: bom === "1" };
  return { format, options: { filter, format: made, ...csv, order, asOf, signal: request.signal } };
}

function headersOf({ format, isSafe }: ExportOptions, asOf: number): Record<string, string> {
  return {
    "Content-Type": CONTENT_TYPES[format],
    "Content-Disposition": `attachment; filename="astrolabe-events-${asOf}.${format}"`,
    "Cache-Control": "no-store",
    "X-As-Of": String(asOf),
    ...(format === "csv" ? { "X-Formula-Guard": isSafe ? "on" : "off" } : {}),
  };
}

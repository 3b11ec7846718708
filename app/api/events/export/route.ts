import { connection } from "next/server";
import { answerRequest, jsonAnswer } from "#lib/api/answer-request.ts";
import { paramTypes } from "#lib/api/param-types.ts";
import { partStream } from "#lib/api/part-stream.ts";
import { readRequest } from "#lib/api/read-request.ts";
import {
  EXPORT_FORMATS,
  exportEvents,
  type ExportFormat,
  type ExportOptions,
} from "#lib/events/queries/export-events.ts";
import { exportManifest } from "#lib/events/queries/export-manifest.ts";

const OWN = {
  format: paramTypes.oneOf([...EXPORT_FORMATS, "manifest"]),
  of: paramTypes.oneOf(EXPORT_FORMATS),
  safe: paramTypes.oneOf(["0", "1"]),
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

/** The headers alone; without it the whole export would be made and thrown away. */
export async function HEAD(request: Request): Promise<Response> {
  await connection();
  return answerRequest(async () => {
    const { format, options } = readOptions(request);
    const headers = format === "manifest" ? { "Content-Type": "application/json" } : headersOf(options);
    return new Response(null, { headers });
  });
}

function readOptions(request: Request): { format: ExportFormat | "manifest"; options: ExportOptions } {
  const { filter, own } = readRequest(request, OWN);
  const { format = "csv", of = "csv", safe, order, asOf } = own;
  const isSafe = safe !== "0";
  return {
    format,
    options: { filter, format: format === "manifest" ? of : format, isSafe, order, asOf, signal: request.signal },
  };
}

function headersOf({ format, isSafe }: ExportOptions, asOf?: number): Record<string, string> {
  return {
    "Content-Type": CONTENT_TYPES[format],
    "Content-Disposition": `attachment; filename="astrolabe-events${asOf === undefined ? "" : `-${asOf}`}.${format}"`,
    "Cache-Control": "no-store",
    ...(asOf === undefined ? {} : { "X-As-Of": String(asOf) }),
    ...(format === "csv" ? { "X-Formula-Guard": isSafe ? "on" : "off" } : {}),
  };
}

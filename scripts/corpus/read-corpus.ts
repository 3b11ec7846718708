import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { RecordScanner } from "#lib/cloudtrail/record-scanner.ts";

/** A file that holds records, as the log file it is or is made into. */
export type CorpusFile = {
  /** Relative to the folder. */
  name: string;
  kind: "log file" | "lines" | "array" | "record";
  /** The log file's bytes: of a file that is one, its own. */
  content: Buffer;
  /** The text of each record, as it stands in the file. */
  records: string[];
};

/** The files of a folder that hold CloudTrail records, in whatever form, and the names of the others. */
export async function readCorpus(folder: string): Promise<{ files: CorpusFile[]; others: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const files: CorpusFile[] = [];
  const others: string[] = [];
  for (const name of names.toSorted((a, b) => (a < b ? -1 : 1))) {
    const file = asLogFile(name, await readFile(path.join(folder, name)));
    if (file) files.push(file);
    else others.push(name);
  }
  return { files, others };
}

function asLogFile(name: string, bytes: Buffer): CorpusFile | null {
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8").trim();
  const value = parse(text);
  if (isObject(value) && Array.isArray(value["Records"])) {
    return { name, kind: "log file", content: bytes, records: recordsOf(text) };
  }
  if (Array.isArray(value) && value.some(isRecord)) return made(name, "array", `{"Records":${text}}`);
  if (isRecord(value)) return made(name, "record", `{"Records":[${text}]}`);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > 0 && lines.every((line) => isRecord(parse(line)))) {
    return made(name, "lines", `{"Records":[${lines.join(",")}]}`);
  }
  return null;
}

function made(name: string, kind: CorpusFile["kind"], text: string): CorpusFile {
  return { name, kind, content: Buffer.from(text), records: recordsOf(text) };
}

/** Each record's text; that there are as many as `JSON.parse` finds, and the same ones, is checked here. */
function recordsOf(text: string): string[] {
  const scanner = new RecordScanner();
  const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString("utf8");
  const records = [...scanner.push(Buffer.from(text)).map(textOf), ...scanner.end().map(textOf)];
  scanner.close();
  const { Records } = JSON.parse(text) as { Records: unknown[] };
  if (JSON.stringify(records.map(parse)) !== JSON.stringify(Records))
    throw new Error("The scanner and JSON.parse differ.");
  return records;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecord(value: unknown): boolean {
  return isObject(value) && "eventVersion" in value && ("eventName" in value || "eventSource" in value);
}

import { setTimeout as sleep } from "node:timers/promises";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { databaseErrorKind } from "./database-error-kind.ts";
import type { DueFile, FileResult } from "./due-file.ts";
import type { FileStream, IngestWriter } from "./ingest-writer.ts";
import { readLogFile } from "./read-log-file.ts";
import { TrailError, type TrailSource } from "./trail-source.ts";

/** Rows of one file that are held in memory; a file with more is streamed into the database. */
export const HELD_LIMIT_CHARS = 4 * 1024 * 1024;
const ATTEMPTS = 3;
/** A file is bad when it reads as such so often in a row: nothing but its content tells of a byte that went wrong on the way. */
const READINGS = 3;

export type IngestFileOptions = {
  source: TrailSource;
  rules: KeepRules;
  writer: Pick<IngestWriter, "stream">;
  signal: AbortSignal;
  heldLimitChars?: number;
};

/**
 * Reads one file. A small one comes back with its rows, to be committed with others; a large one has been committed
 * (or taken back) when this resolves, and null comes back.
 * @throws TrailError when no other file would fare better; errors of the database that trying again didn't mend
 */
export async function ingestFile(file: DueFile, options: IngestFileOptions): Promise<FileResult | null> {
  for (let attempt = 1, readings = 1; ; attempt++) {
    try {
      const result = await readAndStream(file, options);
      const isBad = result?.kind === "read" && result.reading.failure !== null;
      if (!isBad || options.source.isLocal || readings === READINGS || options.signal.aborted) return result;
      readings++;
      attempt--;
    } catch (error) {
      if (error instanceof TrailError) return trailResult(file, error);
      if (databaseErrorKind(error) !== "connection" || attempt === ATTEMPTS || options.signal.aborted) throw error;
      await sleep(500 * 2 ** attempt);
    }
  }
}

async function readAndStream(file: DueFile, options: IngestFileOptions): Promise<FileResult | null> {
  const limit = options.heldLimitChars ?? HELD_LIMIT_CHARS;
  let rows: string[] = [];
  let heldChars = 0;
  let stream: FileStream | null = null;

  const spill = async () => {
    stream = await options.writer.stream();
    for (const line of rows) await stream.write(line);
    rows = [];
  };
  const onRow = (line: string) => {
    if (stream) return stream.write(line);
    rows.push(line);
    heldChars += line.length;
    return heldChars > limit ? spill() : undefined;
  };

  try {
    const chunks = options.source.open(file, options.signal);
    const reading = await readLogFile(chunks, { fileId: file.id, rules: options.rules, onRow });
    if (reading.failure !== null) rows = [];
    const result = { file, kind: "read", reading, rows } as const;
    const open = stream as FileStream | null;
    if (!open) return result;
    stream = null;
    if (reading.failure === null) {
      await open.commit(result);
      return null;
    }
    await open.abort();
    return result;
  } catch (error) {
    await (stream as FileStream | null)?.abort();
    if (databaseErrorKind(error) !== "data") throw error;
    const said = error instanceof Error ? error.message : String(error);
    const failure = `The database refuses a record of the file: ${said}.`;
    return {
      file,
      kind: "read",
      rows: [],
      reading: { compressedBytes: 0, uncompressedBytes: 0, sha256: null, failure },
    };
  }
}

function trailResult(file: DueFile, error: TrailError): FileResult {
  switch (error.kind) {
    case "aborted":
    case "credentials":
      throw error;
    case "gone":
      return { file, kind: "gone" };
    case "archived":
      return { file, kind: "archived", reason: error.message };
    default:
      return { file, kind: "unreachable", reason: error.message, isAnswered: error.kind !== "unreachable" };
  }
}

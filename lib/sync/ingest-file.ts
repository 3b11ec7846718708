import { setTimeout as sleep } from "node:timers/promises";
import type { KeepRules } from "#lib/codestar/event-sources.ts";
import { databaseErrorKind } from "./database-error-kind.ts";
import type { DueFile, FileResult } from "./due-file.ts";
import type { FileStream, IngestWriter } from "./ingest-writer.ts";
import type { LogFileReaders } from "./log-file-readers.ts";
import { TrailError, type TrailSource } from "./trail-source.ts";

/** Rows of one file that are held in memory; a file with more is streamed into the database. */
export const HELD_LIMIT_CHARS = 4 * 1024 * 1024;
const NO_ROWS = new Uint8Array(0);
const ATTEMPTS = 3;
/** A file is bad when it reads as such so often in a row: nothing but its content tells of a byte that went wrong on the way. */
const READINGS = 3;

export type IngestFileOptions = {
  source: TrailSource;
  rules: KeepRules;
  readers: LogFileReaders;
  /** See `MAX_LOG_FILE_MB`. */
  limitBytes: number;
  writer: Pick<IngestWriter, "stream">;
  signal: AbortSignal;
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
  let stream: FileStream | null = null;
  try {
    const { reading, rows } = await options.readers.read({
      fileId: file.id,
      sizeBytes: file.sizeBytes,
      chunks: options.source.open(file, options.signal),
      rules: options.rules,
      limitBytes: options.limitBytes,
      heldLimitChars: HELD_LIMIT_CHARS,
      onRows: async (more) => {
        stream ??= await options.writer.stream();
        await stream.write(more);
      },
    });
    const result = { file, kind: "read", reading, rows: reading.failure === null ? rows : NO_ROWS } as const;
    const open = stream as FileStream | null;
    if (!open) return result;
    if (reading.failure === null) {
      await open.write(rows);
      stream = null;
      await open.commit(result);
      return null;
    }
    stream = null;
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
      rows: NO_ROWS,
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

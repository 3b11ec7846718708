import { setTimeout as sleep } from "node:timers/promises";
import { databaseErrorKind } from "./database-error-kind.ts";
import type { DueFile, FileResult } from "./due-file.ts";
import type { FileStream, IngestWriter } from "./ingest-writer.ts";
import type { LogFileReaders } from "./log-file-readers.ts";
import { LostThread } from "./lost-thread.ts";
import type { Refusals } from "./refusals.ts";
import { TrailError } from "./trail-source.ts";

/** Rows of one file that are held in memory; a file with more is streamed into the database. */
export const HELD_LIMIT_CHARS = 4 * 1024 * 1024;
const NO_ROWS = new Uint8Array(0);
const ATTEMPTS = 3;
/** A file is bad when it reads as such so often in a row: nothing but its content tells of a byte that went wrong on the way. */
const READINGS = 3;

export type IngestFileOptions = {
  isLocal: boolean;
  readers: LogFileReaders;
  refusals: Refusals;
  writer: Pick<IngestWriter, "stream">;
  signal: AbortSignal;
};

/**
 * Reads one file. A small one comes back with its rows, to be committed with others; a large one has been committed
 * (or taken back) when this resolves, and null comes back.
 * @throws TrailError when no other file would fare better; errors of the database that trying again didn't mend
 */
export async function ingestFile(file: DueFile, options: IngestFileOptions): Promise<FileResult | null> {
  const { refusals } = options;
  const passedOver = refusals.passOver(file.key);
  if (passedOver !== null) return trailResult(file, new TrailError("denied", passedOver));
  let isAlone = false;
  for (let attempt = 1, readings = 1; ; attempt++) {
    try {
      const result = await readAndStream(file, options, isAlone);
      refusals.read(file.key);
      const isBad = result?.kind === "read" && result.reading.failure !== null;
      if (!isBad || options.isLocal || readings === READINGS || options.signal.aborted) return result;
      readings++;
      attempt--;
    } catch (error) {
      if (error instanceof TrailError) {
        if (error.kind === "denied") refusals.refuse(file.key, error.message);
        return trailResult(file, error);
      }
      if (error instanceof LostThread) {
        if (isAlone) return lostResult(file, error);
        isAlone = true;
        continue;
      }
      if (databaseErrorKind(error) !== "connection" || attempt === ATTEMPTS || options.signal.aborted) throw error;
      await sleep(500 * 2 ** attempt);
    }
  }
}

async function readAndStream(
  file: DueFile,
  { readers, writer }: IngestFileOptions,
  isAlone: boolean,
): Promise<FileResult | null> {
  let stream: FileStream | null = null;
  const onRows = async (more: Uint8Array) => {
    stream ??= await writer.stream();
    await stream.write(more);
  };
  try {
    const { reading, rows } = await readers.read(file, onRows, isAlone);
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
    return failedResult(file, `The database refuses a record of the file: ${said}.`);
  }
}

function failedResult(file: DueFile, failure: string): FileResult {
  const reading = { compressedBytes: 0, uncompressedBytes: 0, sha256: null, failure };
  return { file, kind: "read", rows: NO_ROWS, reading };
}

/** The thread that had this file alone was lost, too. */
function lostResult(file: DueFile, error: LostThread): FileResult {
  if (error.isOutOfMemory)
    return failedResult(file, "A record of the file takes more memory than there is for reading one.");
  const reason = `The thread that read the file ended: ${error.message}; the next pass reads it again.`;
  return { file, kind: "unreachable", reason, isAnswered: true };
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

import type { KeepRules } from "#lib/codestar/event-sources.ts";
import type { DueFile } from "./due-file.ts";
import { readLogFile, type LogFileRows } from "./read-log-file.ts";
import type { TrailSource } from "./trail-source.ts";

/** A file up to this size is fetched whole before it is read; of a larger one no more than some chunks are in memory. */
const WHOLE_BYTES = 1024 * 1024;

export type FileToFetch = Pick<DueFile, "id" | "key" | "etag" | "sizeBytes">;

/** Takes the rows of a file that has more of them than are held, as they come. */
export type RowTaker = (rows: Uint8Array) => Promise<void>;

type Options = {
  source: Pick<TrailSource, "open">;
  rules: KeepRules;
  limitBytes: number;
  heldLimitChars: number;
  onRows: RowTaker;
  onSlowDown: () => void;
  signal?: AbortSignal;
};

/**
 * Fetches a log file and reads it. The rows that come back are those that `onRows` wasn't given.
 * @throws TrailError when it can't be opened; whatever `onRows` throws
 */
export async function fetchLogFile(file: FileToFetch, options: Options): Promise<LogFileRows> {
  const { source, signal, onSlowDown } = options;
  const chunks = source.open(file, { signal, onSlowDown });
  const bytes = file.sizeBytes <= WHOLE_BYTES ? await collected(chunks) : chunks;
  return readLogFile(bytes, { ...options, fileId: file.id });
}

async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

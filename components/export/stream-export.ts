import { sha256 } from "@noble/hashes/sha2.js";
import { answered } from "#components/explorer/fetch-answer.ts";
import { openSink, type Sink } from "./open-sink.ts";
import { RowCounter } from "./row-counter.ts";

export type Progress = { rows: number; bytes: number };
/** A file that arrived to its end, not yet handed over. */
export type Arrived = Progress & { sha256: string; sink: Sink };

/** The connection broke before the file's end; nothing of it was kept. */
export class CutError extends Error {
  readonly rows: number;
  constructor(rows: number, cause: unknown) {
    super("The connection was cut.", { cause });
    this.name = "CutError";
    this.rows = rows;
  }
}

/**
 * Reads an export to its end, counting and hashing on the way, in constant memory where the browser has a disk for it.
 * (WebCrypto hashes only what is in memory whole; WebAssembly would need a hole in the pages' policy.)
 * @throws AnswerError when the server refuses, CutError when the file breaks off; an abort as it is.
 */
export async function streamExport(
  address: string,
  { isCsv, signal, onProgress }: { isCsv: boolean; signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<Arrived> {
  const response = await answered(address, { signal });
  const reader = response.body?.getReader();
  if (!reader) throw new CutError(0, "no body");
  const sink = await openSink();
  const counter = new RowCounter(isCsv);
  const hash = sha256.create();
  let bytes = 0;
  const read = () =>
    reader.read().catch((error: unknown) => {
      signal.throwIfAborted();
      throw new CutError(counter.rows, error);
    });
  try {
    for (let chunk = await read(); chunk.value; chunk = await read()) {
      counter.take(chunk.value);
      hash.update(chunk.value);
      bytes += chunk.value.byteLength;
      await sink.write(chunk.value);
      signal.throwIfAborted();
      onProgress({ rows: counter.rows, bytes });
    }
  } catch (error) {
    // Ends the server's query, too, when it is the disk that fails.
    reader.cancel().catch(() => undefined);
    await sink.discard();
    throw error;
  }
  return { rows: counter.rows, bytes, sha256: hexOf(hash.digest()), sink };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

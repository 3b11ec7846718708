import { LogFileError } from "./log-file-error.ts";

/**
 * Takes a log file's bytes as they come and hands out each element of its `Records`, holding no more than the one that
 * is being read.
 */
export class RecordScanner {
  /**
   * The records that end in this chunk, byte for byte and without the white space around them. They may be views into
   * the chunk. Only their end is known: whether each is JSON is for the caller to find out.
   * @throws {LogFileError} when the bytes so far can't be a log file's
   */
  push(chunk: Uint8Array): Uint8Array[] {
    void chunk;
    return [];
  }

  /** @throws {LogFileError} when the file isn't complete */
  end(): void {
    throw new LogFileError("The scanner is not written yet.");
  }
}

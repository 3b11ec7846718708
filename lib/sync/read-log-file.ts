import { LogFileError } from "#lib/cloudtrail/log-file-error.ts";
import { LogFileReader, type FileReading, type ReadOptions } from "./log-file-reader.ts";
import { unpack, unpackWhole } from "./unpack.ts";

/** Up to so many bytes of content a file is unpacked at a stroke, which is faster than piece by piece. */
const WHOLE_LIMIT_BYTES = 16 * 1024 * 1024;
/** Of a file whose rows aren't held, so much text goes on at a time. */
const STREAMED_CHARS = 256 * 1024;

export type LogFileRows = { reading: FileReading; rows: Uint8Array };

/**
 * Reads a log file: one that is there whole, or its bytes as they come. Rows are given to `onRows` as soon as they hold
 * more text than `heldLimitChars`; what is left comes back with the reading.
 * @throws whatever the source of the bytes throws
 */
export async function readLogFile(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions & { heldLimitChars: number; onRows: (rows: Uint8Array) => Promise<void> },
): Promise<LogFileRows> {
  const reader = new LogFileReader(options);
  const passed = { compressedBytes: 0 };
  let unpacking: string | null = null;
  let limitChars = options.heldLimitChars;
  try {
    for await (const chunk of contentOf(source, options.limitBytes, passed)) {
      if (!reader.push(chunk)) break;
      if (reader.rowChars <= limitChars) continue;
      await options.onRows(reader.takeRows());
      limitChars = Math.min(limitChars, STREAMED_CHARS);
    }
  } catch (error) {
    if (!(error instanceof LogFileError)) {
      reader.abandon();
      throw error;
    }
    unpacking = error.reason;
  }
  const reading = reader.finish(passed.compressedBytes, unpacking);
  return { reading, rows: reader.takeRows() };
}

async function* contentOf(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  limitBytes: number,
  passed: { compressedBytes: number },
): AsyncGenerator<Uint8Array> {
  if (!(source instanceof Uint8Array)) return yield* unpack(source, passed);
  const whole = unpackWhole(source, Math.min(limitBytes, WHOLE_LIMIT_BYTES));
  // What is wrong with it, or how large it is, shows piece by piece.
  if (whole === null) return yield* unpack(only(source), passed);
  passed.compressedBytes = source.length;
  yield whole;
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

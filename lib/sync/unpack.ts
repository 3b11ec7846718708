import { pipeline, Readable } from "node:stream";
import { createGunzip, gunzipSync, type Gunzip } from "node:zlib";
import { LogFileError } from "#lib/cloudtrail/log-file-error.ts";

const CHUNK_BYTES = 256 * 1024;
/** Zlib's own least. */
const CHUNK_LEAST_BYTES = 64;
/** Header and trailer. */
const GZIP_LEAST_BYTES = 18;

/** What has passed through `unpack` so far. */
export type Passed = { compressedBytes: number };

/**
 * The content of a log file that is there whole, at a stroke; null when it is more than so many bytes, or when there is
 * anything wrong with it. Gzip or plain is told by the first two bytes, whatever its name.
 */
export function unpackWhole(bytes: Uint8Array, limitBytes: number): Uint8Array | null {
  if (!isGzip(bytes)) return bytes.length > limitBytes ? null : bytes;
  // Gzip ends with the length of its content (RFC 1952, modulo 4 GiB): with room for all of it nothing is copied.
  if (bytes.length < GZIP_LEAST_BYTES) return null;
  const length = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readUInt32LE(bytes.length - 4);
  if (length > limitBytes) return null;
  try {
    const options = { maxOutputLength: limitBytes, info: true, chunkSize: Math.max(length + 1, CHUNK_LEAST_BYTES) };
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as { buffer: Buffer; engine: Gunzip };
    return engine.bytesWritten === bytes.length ? buffer : null;
  } catch {
    return null;
  }
}

/**
 * The content of a log file as it comes, holding a chunk at a time.
 * @throws LogFileError when the gzip data is truncated, damaged, or followed by something else.
 */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, passed: Passed): AsyncGenerator<Uint8Array> {
  const source = counted(chunks, passed)[Symbol.asyncIterator]();
  try {
    let head: Uint8Array = new Uint8Array(0);
    while (head.length < 2) {
      const next = await source.next();
      if (next.done) break;
      head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    }
    const whole = startingWith(head, source);
    yield* isGzip(head) ? gunzip(whole, passed) : whole;
  } finally {
    await source.return?.(undefined);
  }
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function* counted(chunks: AsyncIterable<Uint8Array>, passed: Passed): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    passed.compressedBytes += chunk.length;
    yield chunk;
  }
}

async function* startingWith(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, passed: Passed): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // Errors come out of the iteration below; the callback only keeps them from being unhandled.
  pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 2 }), unzip, () => undefined);
  try {
    for await (const chunk of unzip as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    throw gzipError(error, passed.compressedBytes);
  } finally {
    unzip.destroy();
  }
  // Padding with zeros is the one thing that zlib lets pass, and CloudTrail's own check of its files doesn't.
  const rest = passed.compressedBytes - unzip.bytesWritten;
  if (rest > 0) throw new LogFileError(`The gzip data is followed by ${bytes(rest)} that don't belong to it.`);
}

function gzipError(error: unknown, compressedBytes: number): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "Z_BUF_ERROR") {
    return new LogFileError(`The file is truncated: its gzip data breaks off after ${bytes(compressedBytes)}.`);
  }
  // The header of the first member was seen; one that is wrong is of something that follows it.
  if (code === "Z_DATA_ERROR" && message === "incorrect header check") {
    return new LogFileError("The gzip data is followed by bytes that don't belong to it.");
  }
  if (code?.startsWith("Z_") === true) return new LogFileError(`The gzip data is damaged (${message}).`);
  return error;
}

function bytes(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "byte" : "bytes"}`;
}

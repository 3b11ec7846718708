import { setTimeout as sleep } from "node:timers/promises";
import type { Readable } from "node:stream";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { s3Client } from "./client.ts";
import { STALL_LIMIT_MS } from "./limits.ts";
import { S3Error, s3Error } from "./s3-error.ts";

/** A body that breaks is taken up where it broke, this often in a row without a byte of progress, and this often at all. */
const RESUMES = 5;
const RESUMES_IN_ALL = 100;

/**
 * The bytes of an object as it was listed: with another etag the read fails (`changed`). The SDK doesn't repeat a body
 * that breaks half-way; this does, from the byte where it broke.
 * @throws S3Error while iterating.
 */
export async function* getObject(
  file: { bucket: string; key: string; etag: string },
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  let failures = 0;
  for (let resumes = 0; ; resumes++) {
    const before = offset;
    try {
      for await (const chunk of body(file, offset, signal)) {
        offset += chunk.length;
        yield chunk;
      }
      return;
    } catch (error) {
      const explained = s3Error(error, { action: "read", bucket: file.bucket, key: file.key });
      failures = offset > before ? 1 : failures + 1;
      // A request that failed before its body has been repeated by the SDK.
      const isBody = error instanceof BrokenBody;
      if (!isBody || failures > RESUMES || resumes >= RESUMES_IN_ALL || signal?.aborted === true) throw explained;
      await sleep(100 * 2 ** failures * (0.5 + Math.random()), undefined, { signal }).catch(() => undefined);
    }
  }
}

class BrokenBody extends Error {
  override name = "BrokenBody";
}

async function* body(
  file: { bucket: string; key: string; etag: string },
  offset: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const client = await s3Client();
  const command = new GetObjectCommand({
    Bucket: file.bucket,
    Key: file.key,
    IfMatch: `"${file.etag}"`,
    Range: offset > 0 ? `bytes=${offset}-` : undefined,
  });
  const answer = await client.send(command, { abortSignal: signal });
  const stream = answer.Body as Readable;
  if (offset > 0 && answer.ContentRange === undefined) {
    stream.destroy();
    throw new S3Error("unreachable", "The body broke and the server can't send the rest alone.");
  }
  const expected = answer.ContentLength;
  let received = 0;
  let stalled: NodeJS.Timeout | undefined;
  const stop = () => stream.destroy(new S3Error("aborted", "The sync was stopped."));
  const giveUp = () => stream.destroy(new Error(`nothing came for ${STALL_LIMIT_MS / 1000} s`));
  signal?.addEventListener("abort", stop, { once: true });
  try {
    stalled = setTimeout(giveUp, STALL_LIMIT_MS);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      received += chunk.length;
      // The reader may take its time: only waiting for S3 counts.
      clearTimeout(stalled);
      yield chunk;
      stalled = setTimeout(giveUp, STALL_LIMIT_MS);
    }
  } catch (error) {
    if (error instanceof S3Error) throw error;
    throw new BrokenBody(`the body broke after ${offset + received} bytes: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    clearTimeout(stalled);
    signal?.removeEventListener("abort", stop);
    stream.destroy();
  }
  if (expected !== undefined && received < expected) {
    throw new BrokenBody(`the body ended after ${offset + received} of ${offset + expected} bytes`);
  }
}

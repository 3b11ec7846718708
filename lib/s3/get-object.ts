import { setTimeout as sleep } from "node:timers/promises";
import type { Readable } from "node:stream";
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { atBucket } from "./at-bucket.ts";
import { checkedByEtag } from "./checked-by-etag.ts";
import { RESUME_PAUSE_MS, STALL_LIMIT_MS } from "./limits.ts";
import { S3Error, s3Error } from "./s3-error.ts";
import type { S3Place } from "./s3-place.ts";
import { tellSlowDowns, type S3RequestOptions } from "./tell-slow-downs.ts";

/** A body that breaks is taken up where it broke, this often in a row without a byte of progress, and this often at all. */
const RESUMES = 5;
const RESUMES_IN_ALL = 100;

type File = S3Place & { key: string; etag: string };

/**
 * The bytes of an object as it was listed: with another etag the read fails (`changed`). The SDK doesn't repeat a body
 * that breaks half-way; this does, from the byte where it broke.
 * @throws S3Error while iterating.
 */
export function getObject(file: File, options: S3RequestOptions = {}): AsyncGenerator<Uint8Array> {
  return checkedByEtag(file.etag, () => resumed(file, options));
}

async function* resumed(file: File, options: S3RequestOptions): AsyncGenerator<Uint8Array> {
  const { signal } = options;
  let offset = 0;
  let failures = 0;
  for (let resumes = 0; ; resumes++) {
    const before = offset;
    try {
      for await (const chunk of body(file, offset, options)) {
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
      await sleep(RESUME_PAUSE_MS * 2 ** failures * (0.5 + Math.random()), undefined, { signal }).catch(
        () => undefined,
      );
    }
  }
}

class BrokenBody extends Error {
  override name = "BrokenBody";
}

async function* body(file: File, offset: number, { signal, onSlowDown }: S3RequestOptions): AsyncGenerator<Uint8Array> {
  const command = new GetObjectCommand({
    Bucket: file.bucket,
    Key: file.key,
    IfMatch: `"${file.etag}"`,
    Range: offset > 0 ? `bytes=${offset}-` : undefined,
    RequestPayer: file.isRequesterPays ? "requester" : undefined,
  });
  if (onSlowDown) tellSlowDowns(command, onSlowDown);
  const answer = await atBucket(file, { action: "read", key: file.key }, (client) =>
    client.send(command, { abortSignal: signal }),
  );
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

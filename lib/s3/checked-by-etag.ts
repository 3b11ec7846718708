import { createHash } from "node:crypto";
import { S3Error } from "./s3-error.ts";

/** The first byte of gzip, which has a checksum of its own. */
const GZIP = 0x1f;

/**
 * The bytes that `read` gives, compared at the end with the MD5 that the etag of most objects is. Where an etag looks like
 * an MD5 and isn't (an object encrypted by KMS), the bytes are read once more: they are right when they come twice.
 * @throws S3Error `unreachable` at the end, when a byte went wrong on the way
 */
export async function* checkedByEtag(etag: string, read: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const isMd5 = /^[0-9a-f]{32}$/.test(etag);
  const hash = createHash("md5");
  let isChecked: boolean | undefined;
  for await (const chunk of read()) {
    isChecked ??= isMd5 && chunk[0] !== GZIP;
    if (isChecked) hash.update(chunk);
    yield chunk;
  }
  if (isChecked !== true) return;
  const first = hash.digest("hex");
  if (first === etag) return;
  const again = createHash("md5");
  for await (const chunk of read()) again.update(chunk);
  if (again.digest("hex") === first) return;
  throw new S3Error("unreachable", "The file was damaged on its way from S3; the next pass reads it again.");
}

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { checkedByEtag } from "./checked-by-etag.ts";

const TEXT = Buffer.from('{"Records":[]}');
const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("hex");
const FLIPPED = Buffer.from(TEXT).fill("r", 2, 3);

/** What comes when the readings give these bytes one after the other, and how many readings it took. */
async function read(etag: string, ...readings: Uint8Array[]): Promise<{ bytes: Buffer; readings: number }> {
  let at = 0;
  const chunks: Uint8Array[] = [];
  const once = async function* () {
    const bytes = readings[at++] ?? Buffer.from("too often");
    yield bytes.subarray(0, 5);
    yield bytes.subarray(5);
  };
  for await (const chunk of checkedByEtag(etag, once)) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), readings: at };
}

it("finds a flipped bit in what has no checksum of its own", async () => {
  expect(await read(md5(TEXT), TEXT)).toEqual({ bytes: TEXT, readings: 1 });
  await expect(read(md5(TEXT), FLIPPED, TEXT)).rejects.toMatchObject({
    kind: "unreachable",
    message: expect.stringContaining("damaged on its way"),
  });
});

it("takes an etag that isn't the bytes' MD5 for none when the same bytes come twice", async () => {
  expect(await read("0".repeat(32), TEXT, TEXT)).toEqual({ bytes: TEXT, readings: 2 });
  await expect(read("0".repeat(32), FLIPPED, TEXT)).rejects.toMatchObject({ kind: "unreachable" });
});

it("leaves gzip to its own checksum, and etags of parts alone", async () => {
  const packed = gzipSync(TEXT);
  expect(await read("0".repeat(32), packed)).toEqual({ bytes: packed, readings: 1 });
  expect(await read(`${"0".repeat(32)}-2`, TEXT)).toEqual({ bytes: TEXT, readings: 1 });
});

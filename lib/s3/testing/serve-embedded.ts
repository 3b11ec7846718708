import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { SAMPLE_BUCKET, startEmbeddedS3 } from "#scripts/embedded-s3/start-embedded-s3.ts";
import { SAMPLE_INDEX, SAMPLE_VERSION } from "#scripts/sample-trail/generate-sample-trail.ts";
import type { Keys } from "./s3-server.ts";

export type EmbeddedBucket = { endpoint: string; bucket: string; keys: Keys; stop: () => Promise<void> };

/**
 * Serves these objects as a bucket of the project's own S3 server: in a process of its own, read-only, to who signs with
 * its keys. Keys are ASCII and carry a time, as log files' do.
 */
export async function serveEmbedded(objects: [key: string, body: Uint8Array | string][]): Promise<EmbeddedBucket> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "astrolabe-s3-"));
  const folder = path.join(dataDir, "bucket");
  const files: { key: string; sizeBytes: number; md5: string }[] = [];
  for (const [key, body] of objects) {
    const place = path.join(folder, key);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, body);
    files.push({ key, sizeBytes: Buffer.byteLength(body), md5: createHash("md5").update(body).digest("hex") });
  }
  await writeFile(path.join(folder, SAMPLE_INDEX), JSON.stringify({ version: SAMPLE_VERSION, records: 0, files }));
  const server = await startEmbeddedS3({ folder, dataDir });
  const { AWS_ACCESS_KEY_ID: accessKeyId = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "" } = server.variables;
  return {
    endpoint: server.endpoint,
    bucket: SAMPLE_BUCKET,
    keys: { accessKeyId, secretAccessKey },
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

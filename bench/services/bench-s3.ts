import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { BenchTrail } from "#bench/trail/bench-trail.ts";
import { SAMPLE_BUCKET, startEmbeddedS3 } from "#scripts/embedded-s3/start-embedded-s3.ts";
import { radosgwKit } from "#scripts/radosgw/radosgw-kit.ts";
import { startRadosgw } from "#scripts/radosgw/start-radosgw.ts";
import { SAMPLE_INDEX, SAMPLE_VERSION } from "#scripts/sample-trail/generate-sample-trail.ts";

const PUTS_AT_ONCE = 24;

/** A trail served as a bucket, by processes that end when it is disposed of. */
export type BenchBucket = AsyncDisposable & {
  bucket: string;
  endpoint: string;
  /** What lets the SDK find it, `TRAIL_URLS` included. */
  variables: Record<string, string>;
};

/** Serves a trail by the project's own small S3 server: the objects come from the disk. */
async function serveEmbedded(trail: BenchTrail, dataDir: string): Promise<BenchBucket> {
  const index = path.join(trail.folder, SAMPLE_INDEX);
  if (!existsSync(index)) {
    const { records, files } = trail;
    await writeFile(index, JSON.stringify({ version: SAMPLE_VERSION, records, files }));
  }
  const server = await startEmbeddedS3({ folder: trail.folder, dataDir });
  const { endpoint, variables } = server;
  return { bucket: SAMPLE_BUCKET, endpoint, variables, [Symbol.asyncDispose]: () => server.stop() };
}

/** Serves a trail by Ceph's radosgw, with the objects in its memory. */
async function serveRadosgw(trail: BenchTrail): Promise<BenchBucket> {
  const accessKeyId = `BENCH${randomBytes(8).toString("hex").toUpperCase()}`;
  const secretAccessKey = randomBytes(20).toString("hex");
  const kit = await radosgwKit(path.resolve(".data", "radosgw-kit"));
  const server = await startRadosgw(kit, [{ name: "bench", accessKeyId, secretAccessKey }]);
  const variables = {
    TRAIL_URLS: "s3://bench",
    S3_FORCE_PATH_STYLE: "1",
    AWS_ENDPOINT_URL_S3: server.endpoint,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_PROFILE: "",
    AWS_SESSION_TOKEN: "",
  };
  try {
    await fill("bench", trail, server.endpoint, { accessKeyId, secretAccessKey });
  } catch (error) {
    server.stop();
    throw error;
  }
  return {
    bucket: "bench",
    endpoint: server.endpoint,
    variables,
    [Symbol.asyncDispose]: () => Promise.resolve(server.stop()),
  };
}

async function fill(
  bucket: string,
  trail: BenchTrail,
  endpoint: string,
  credentials: { accessKeyId: string; secretAccessKey: string },
): Promise<void> {
  const client = new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials,
    // The server doesn't know the checksums that the SDK would add.
    requestChecksumCalculation: "WHEN_REQUIRED",
    requestHandler: { httpAgent: { maxSockets: PUTS_AT_ONCE, keepAlive: true } },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const waiting = trail.files[Symbol.iterator]();
  const putSome = async () => {
    for (const { key } of waiting) {
      const Body = await readFile(path.join(trail.folder, key));
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentLength: Body.length }));
    }
  };
  await Promise.all(Array.from({ length: PUTS_AT_ONCE }, putSome));
  client.destroy();
}

const SERVERS = { embedded: serveEmbedded, radosgw: serveRadosgw };

/** Serves a trail as a bucket by the server of that name. */
export function serveTrail(server: keyof typeof SERVERS, trail: BenchTrail, dataDir: string): Promise<BenchBucket> {
  return SERVERS[server](trail, dataDir);
}

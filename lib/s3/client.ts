import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { env } from "#lib/env.ts";
import { ANSWER_LIMIT_MS, CONNECT_LIMIT_MS } from "./limits.ts";

/** Where buckets are found when the environment names no region: S3 answers with the right one. */
const ANY_REGION = "us-east-1";

const ATTEMPTS = 4;

const holder = globalThis as { astrolabeS3?: Promise<S3Client> };

/**
 * The process's S3 client: credentials, region and endpoint from the SDK's default chain (`AWS_PROFILE`, `AWS_REGION`,
 * `AWS_ENDPOINT_URL_S3` …). Every request ends by itself: it is given up after a time-out and tried again a few times.
 */
export function s3Client(): Promise<S3Client> {
  return (holder.astrolabeS3 ??= newClient());
}

/** Closes the client's connections; the next call of `s3Client()` makes a new one, from the environment as it is then. */
export async function closeS3Client(): Promise<void> {
  const current = holder.astrolabeS3;
  holder.astrolabeS3 = undefined;
  (await current)?.destroy();
}

async function newClient(): Promise<S3Client> {
  const config: S3ClientConfig = {
    forcePathStyle: env().s3ForcePathStyle,
    followRegionRedirects: true,
    retryMode: "standard",
    maxAttempts: ATTEMPTS,
    // A checksum of the stored object may be that of its parts, and not every server sends one: gzip has its own.
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_LIMIT_MS,
      requestTimeout: ANSWER_LIMIT_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: 64, keepAlive: true },
      httpsAgent: { maxSockets: 64, keepAlive: true },
    },
  };
  const client = new S3Client(config);
  try {
    await client.config.region();
    return client;
  } catch {
    client.destroy();
    return new S3Client({ ...config, region: ANY_REGION });
  }
}

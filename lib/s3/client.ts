import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { env } from "#lib/env.ts";
import { assumedRole } from "./assumed-role.ts";
import { Connections } from "./connections.ts";
import { ANSWER_LIMIT_MS, CONNECT_LIMIT_MS } from "./limits.ts";
import type { S3Access } from "./s3-place.ts";

/** Where buckets are found when nothing names a region: S3 answers with the right one. */
const ANY_REGION = "us-east-1";

/** A request and its repetitions. The SDK waits a random time before each, twice as long as before, longer after SlowDown. */
const ATTEMPTS = 4;

type Held = { client: Promise<S3Client>; connections: Connections };

const holder = globalThis as { astrolabeS3?: Map<string, Held> };

/**
 * The process's S3 client for an access: credentials, region and endpoint from the SDK's default chain (`AWS_PROFILE`,
 * `AWS_REGION`, `AWS_ENDPOINT_URL_S3` …) as far as the access doesn't name them. Every request ends by itself: it is
 * given up after a time-out and tried again a few times.
 */
export function s3Client(access: S3Access = {}): Promise<S3Client> {
  const clients = (holder.astrolabeS3 ??= new Map());
  const known = clients.get(keyOf(access));
  if (known) return known.client;
  const connections = new Connections();
  const client = newClient(access, connections);
  clients.set(keyOf(access), { client, connections });
  client.catch(() => clients.delete(keyOf(access)));
  return client;
}

/**
 * Lets the next `s3Client()` look for credentials anew, whatever region it asks in: those that a client has found it
 * keeps, if they don't say when they expire. Requests that are on their way go on, and close their connections.
 */
export function renewCredentials({ role, externalId }: S3Access): void {
  for (const [key, { connections }] of holder.astrolabeS3 ?? []) {
    if (!key.startsWith(credentialsKey({ role, externalId }))) continue;
    holder.astrolabeS3?.delete(key);
    connections.letGo();
  }
}

/** Closes all connections; the next call of `s3Client()` makes a new client, from the environment as it is then. */
export async function closeS3Client(): Promise<void> {
  const clients = [...(holder.astrolabeS3?.values() ?? [])].map(({ client }) => client);
  holder.astrolabeS3 = undefined;
  for (const client of await Promise.allSettled(clients)) if (client.status === "fulfilled") client.value.destroy();
}

const credentialsKey = ({ role, externalId }: S3Access) => JSON.stringify([role ?? null, externalId ?? null]);
const keyOf = (access: S3Access) => `${credentialsKey(access)} ${access.region ?? ""}`;

async function newClient(access: S3Access, { httpAgent, httpsAgent }: Connections): Promise<S3Client> {
  // Files of credentials are read as they are now, and not as they were when the process first looked.
  const credentials = fromNodeProviderChain({ ignoreCache: true });
  const config = {
    forcePathStyle: env().s3ForcePathStyle,
    retryMode: "standard",
    maxAttempts: ATTEMPTS,
    // A checksum of the stored object may be that of its parts, and not every server sends one: gzip has its own.
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_LIMIT_MS,
      requestTimeout: ANSWER_LIMIT_MS,
      throwOnRequestTimeout: true,
      httpAgent,
      httpsAgent,
    },
  } satisfies S3ClientConfig;
  const region = access.region ?? (await configuredRegion(config)) ?? ANY_REGION;
  const { role } = access;
  return new S3Client({
    ...config,
    region,
    credentials:
      role === undefined ? credentials : assumedRole({ ...access, role, region }, { credentials, ...config }),
  });
}

/** The region that environment or profile name; what belongs to no request costs no connection. */
async function configuredRegion(config: S3ClientConfig): Promise<string | undefined> {
  const client = new S3Client(config);
  try {
    return await client.config.region();
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}

import type { S3Client } from "@aws-sdk/client-s3";
import { s3Client } from "./client.ts";
import { partitionOf, partitionOfArn } from "./partition.ts";
import { s3Error, type Attempt } from "./s3-error.ts";
import type { S3Place } from "./s3-place.ts";

/** Where buckets have turned out to be. */
const regions = new Map<string, string>();

/**
 * Sends a request to a bucket. One that lies elsewhere says where, and is asked there from then on: the SDK's own
 * redirects ask the wrong region first each time, and mix regions up when several requests are on their way.
 * @throws S3Error with a sentence that says what is missing
 */
export async function atBucket<T>(
  place: S3Place,
  attempt: Pick<Attempt, "action" | "key">,
  send: (client: S3Client) => Promise<T>,
  isRedirected = false,
): Promise<T> {
  const region = regions.get(place.bucket) ?? place.region;
  const client = await s3Client({ ...place, region });
  try {
    return await send(client);
  } catch (error) {
    const elsewhere = regionOf(error);
    if (elsewhere !== undefined && !isRedirected && elsewhere !== (await client.config.region())) {
      regions.set(place.bucket, elsewhere);
      return await atBucket(place, attempt, send, true);
    }
    const partition = place.role ? partitionOfArn(place.role) : partitionOf(await client.config.region());
    throw s3Error(error, { ...attempt, bucket: place.bucket, partition });
  }
}

/** The region that a refusal because of the wrong one names. */
function regionOf(error: unknown): string | undefined {
  const { name, Region, $response, $metadata } = (error ?? {}) as {
    name?: string;
    Region?: string;
    $response?: { headers?: Record<string, string> };
    $metadata?: { httpStatusCode?: number };
  };
  const isElsewhere =
    [301, 307].includes($metadata?.httpStatusCode ?? 0) ||
    /^(AuthorizationHeaderMalformed|PermanentRedirect|IllegalLocationConstraintException)$/.test(name ?? "");
  if (!isElsewhere) return undefined;
  const region = $response?.headers?.["x-amz-bucket-region"] ?? Region;
  return region !== undefined && /^[a-z0-9-]+$/.test(region) ? region : undefined;
}

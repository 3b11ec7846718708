import { renewCredentials } from "#lib/s3/client.ts";
import { getObject } from "#lib/s3/get-object.ts";
import { listFolders } from "#lib/s3/list-folders.ts";
import { listObjects } from "#lib/s3/list-objects.ts";
import type { ListedObject } from "#lib/s3/listed-object.ts";
import { restoreCommand, S3Error } from "#lib/s3/s3-error.ts";
import type { S3Place } from "#lib/s3/s3-place.ts";
import { AdaptiveLimit } from "./adaptive-limit.ts";
import type { TrailAddress } from "./trail-address.ts";
import { TrailError, type ListedFile, type TrailSource } from "./trail-source.ts";

/** Of each file on its way some megabytes may be held; S3 lets a client do more than this at once. */
const CONCURRENCY = { start: 24, least: 1, most: 32, run: 10, pauseMs: 1_000 };

/** A bucket, or a folder of one, as a trail. It has fewer requests on their way when S3 asks for it. */
export function s3Trail(address: Extract<TrailAddress, { kind: "s3" }>): TrailSource {
  const place: S3Place = { bucket: address.bucket, ...address.options };
  const limit = new AdaptiveLimit(CONCURRENCY);
  const onSlowDown = () => limit.slowDown();
  const rethrow = rethrowing(place);
  return {
    url: address.url,
    address,
    prefix: address.prefix,
    isLocal: false,
    get concurrency() {
      return limit.current;
    },
    async *list(prefix, signal) {
      try {
        for await (const page of listObjects(place, prefix, { signal, onSlowDown })) {
          limit.succeed();
          yield page.map(asFile);
        }
      } catch (error) {
        rethrow(error);
      }
    },
    folders: async (prefix, signal) => {
      const level = await listFolders(place, prefix, { signal, onSlowDown }).catch(rethrow);
      limit.succeed();
      return { folders: level.folders, files: level.files.map(asFile) };
    },
    async *open({ key, etag }, options) {
      try {
        yield* getObject({ ...place, key, etag }, options);
      } catch (error) {
        rethrow(error);
      }
    },
    note: (sign) => {
      if (sign === "read") limit.succeed();
      if (sign === "slow-down") limit.slowDown();
      if (sign === "credentials") renewCredentials(place);
    },
    restoreHint: (key) => restoreCommand(address.bucket, key),
  };
}

function asFile(object: ListedObject): ListedFile {
  return { ...object, refusal: null };
}

function rethrowing(place: S3Place): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof S3Error)) throw error;
    // Others may be there at the next try.
    if (error.kind === "credentials") renewCredentials(place);
    throw new TrailError(error.kind === "missing-bucket" ? "denied" : error.kind, error.message, error);
  };
}

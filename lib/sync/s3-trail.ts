import { getObject } from "#lib/s3/get-object.ts";
import { listFolders } from "#lib/s3/list-folders.ts";
import { listObjects } from "#lib/s3/list-objects.ts";
import type { ListedObject } from "#lib/s3/listed-object.ts";
import { restoreCommand, S3Error } from "#lib/s3/s3-error.ts";
import { TrailError, type ListedFile, type TrailSource } from "./trail-source.ts";

const CONCURRENCY = 24;

/** A bucket, or a folder of one, as a trail. */
export function s3Trail(address: { url: string; bucket: string; prefix: string }): TrailSource {
  const { bucket } = address;
  return {
    url: address.url,
    prefix: address.prefix,
    isLocal: false,
    concurrency: CONCURRENCY,
    list: (prefix, signal) => listed(bucket, prefix, signal),
    folders: async (prefix, signal) => {
      const level = await listFolders(bucket, prefix, signal).catch(rethrow);
      return { folders: level.folders, files: level.files.map(asFile) };
    },
    open: (file, signal) => opened(bucket, file, signal),
    restoreHint: (key) => restoreCommand(bucket, key),
  };
}

async function* listed(bucket: string, prefix: string, signal?: AbortSignal): AsyncGenerator<ListedFile[]> {
  try {
    for await (const page of listObjects(bucket, prefix, signal)) yield page.map(asFile);
  } catch (error) {
    rethrow(error);
  }
}

async function* opened(
  bucket: string,
  file: { key: string; etag: string },
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* getObject({ bucket, key: file.key, etag: file.etag }, signal);
  } catch (error) {
    rethrow(error);
  }
}

function asFile(object: ListedObject): ListedFile {
  return { ...object, refusal: null };
}

function rethrow(error: unknown): never {
  if (!(error instanceof S3Error)) throw error;
  throw new TrailError(error.kind === "missing-bucket" ? "denied" : error.kind, error.message, error);
}

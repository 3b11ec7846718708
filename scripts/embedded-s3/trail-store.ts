import { readFileSync } from "node:fs";
import path from "node:path";
import type { SampleTrail } from "#scripts/sample-trail/generate-sample-trail.ts";

type Entry = { key: string; contentLength: number; etag: string; lastModified: Date };
type Listing = { prefix?: string; delimiter?: string; maxKeys?: number; startAfter?: string; marker?: string };

const NO_TEXT = { contentType: "application/x-gzip", metadata: {} };

/**
 * The reading half of fauxqs' store over a sample's folder: one bucket, keys in the order of their bytes (fauxqs' own
 * store sorts all of them by locale for each page), bodies read from the disk when they are asked for.
 */
export class TrailStore {
  readonly #bucket: string;
  readonly #folder: string;
  readonly #entries: Map<string, Entry>;
  readonly #keys: string[];

  constructor(bucket: string, folder: string, files: SampleTrail["files"]) {
    this.#bucket = bucket;
    this.#folder = folder;
    this.#entries = new Map(files.map((file) => [file.key, entryOf(file)]));
    this.#keys = [...this.#entries.keys()].toSorted();
  }

  get size(): number {
    return this.#keys.length;
  }

  hasBucket(name: string): boolean {
    return name === this.#bucket;
  }

  hasObject(key: string): boolean {
    return this.#entries.has(key);
  }

  listBuckets(): { name: string; creationDate: Date }[] {
    return [{ name: this.#bucket, creationDate: new Date(0) }];
  }

  headObject(_bucket: string, key: string) {
    const entry = this.#entries.get(key);
    if (!entry) throw new Error(`no object ${key}`);
    return { ...NO_TEXT, ...entry };
  }

  getObject(bucket: string, key: string) {
    const entry = this.headObject(bucket, key);
    return { ...entry, body: readFileSync(path.join(this.#folder, key)) };
  }

  getBucketLifecycleConfiguration(): undefined {
    return undefined;
  }

  /** One page, as ListObjects and ListObjectsV2 want it. */
  listObjects(_bucket: string, { prefix = "", delimiter, maxKeys = 1000, startAfter, marker }: Listing) {
    const after = startAfter ?? marker ?? "";
    const objects: ReturnType<TrailStore["headObject"]>[] = [];
    const commonPrefixes: string[] = [];
    let at = this.#firstFrom(after > prefix ? after : prefix);
    while (at < this.#keys.length) {
      const key = this.#keys[at] ?? "";
      if (!key.startsWith(prefix)) break;
      const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
      const folder = end < 0 ? undefined : key.slice(0, end + 1);
      const isSeen = key <= after || (folder !== undefined && folder <= after);
      if (!isSeen && objects.length + commonPrefixes.length >= maxKeys) {
        return { objects, commonPrefixes, isTruncated: true };
      }
      if (!isSeen && folder === undefined) objects.push(this.headObject(this.#bucket, key));
      if (!isSeen && folder !== undefined) commonPrefixes.push(folder);
      at = folder === undefined ? at + 1 : this.#firstFrom(beyond(folder));
    }
    return { objects, commonPrefixes, isTruncated: false };
  }

  /** The place of the first key that isn't smaller. */
  #firstFrom(key: string): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** After every key of the folder: keys are ASCII here. */
const beyond = (folder: string): string => `${folder}\u007F`;

function entryOf({ key, sizeBytes, md5 }: SampleTrail["files"][number]): Entry {
  return { key, contentLength: sizeBytes, etag: `"${md5}"`, lastModified: deliveredAt(key) };
}

/** CloudTrail delivered it at about the time in its name. */
function deliveredAt(key: string): Date {
  const [, day = "", hour, minute] = /_(\d{8})T(\d\d)(\d\d)(?:\d\d)?Z[_.]/.exec(key) ?? [];
  return new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${hour}:${minute}:17Z`);
}

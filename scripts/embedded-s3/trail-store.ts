import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

type Entry = { key: string; file: string; contentLength: number; etag: string; lastModified: Date };
type Listing = { prefix?: string; delimiter?: string; maxKeys?: number; startAfter?: string; marker?: string };

const NO_TEXT = { contentType: "application/x-gzip", metadata: {} };

/**
 * The reading half of fauxqs' store over a folder: one bucket, keys in the order of their bytes (fauxqs' own store
 * sorts all of them by locale for each page), bodies read from the disk when they are asked for.
 */
export class TrailStore {
  readonly #bucket: string;
  readonly #entries = new Map<string, Entry>();
  readonly #keys: string[];

  constructor(bucket: string, folder: string) {
    this.#bucket = bucket;
    for (const dirent of readdirSync(path.join(folder, "AWSLogs"), { recursive: true, withFileTypes: true })) {
      if (!dirent.isFile()) continue;
      const file = path.join(dirent.parentPath, dirent.name);
      const entry = read(file, path.relative(folder, file).split(path.sep).join("/"));
      this.#entries.set(entry.key, entry);
    }
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
    return { ...entry, body: readFileSync(entry.file) };
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

function read(file: string, key: string): Entry {
  const body = readFileSync(file);
  const etag = `"${createHash("md5").update(body).digest("hex")}"`;
  return { key, file, contentLength: body.length, etag, lastModified: deliveredAt(file, key) };
}

/** CloudTrail delivered it at about the time in its name. */
function deliveredAt(file: string, key: string): Date {
  const [, day, hour, minute] = /_(\d{8})T(\d\d)(\d\d)(?:\d\d)?Z[_.]/.exec(key) ?? [];
  if (!day) return statSync(file).mtime;
  return new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${hour}:${minute}:17Z`);
}

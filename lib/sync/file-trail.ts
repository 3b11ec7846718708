import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { TrailAddress } from "./trail-address.ts";
import { TrailError, type ListedFile, type TrailSource } from "./trail-source.ts";

const CONCURRENCY = Math.max(4, availableParallelism() + 2);
const PAGE = 1_000;
const READ_BYTES = 1024 * 1024;
/** S3 has no longer keys, and the ledger's index no room for them. */
const KEY_LIMIT_BYTES = 1_024;

type Entry = { name: string; isFolder: boolean; isFile: boolean; refusal: string | null };

/**
 * A folder that is a copy of a bucket, as a trail. Symbolic links are never followed, wherever they lead: they are
 * listed with the reason. A file is as it was listed while its size and time of change are.
 */
export function fileTrail(address: Extract<TrailAddress, { kind: "file" }>): TrailSource {
  const root = address.folder;
  let rootPath: string | undefined;
  return {
    url: address.url,
    address,
    prefix: "",
    isLocal: true,
    concurrency: CONCURRENCY,
    list: (prefix, signal) => paged(walk(root, prefix), signal),
    folders: async (prefix) => {
      const entries = await entriesOf(root, prefix);
      const files = entries.filter((entry) => !entry.isFolder);
      return {
        folders: entries.filter((entry) => entry.isFolder).map((entry) => `${prefix}${entry.name}/`),
        files: (await Promise.all(files.map((entry) => listedFile(root, prefix, entry)))).filter(
          (file) => file !== null,
        ),
      };
    },
    open: (file) => read(root, () => (rootPath ??= realpathSync.native(root)), file),
    note: () => undefined,
    restoreHint: () => "",
  };
}

async function* paged(files: AsyncIterable<ListedFile>, signal?: AbortSignal): AsyncGenerator<ListedFile[]> {
  let page: ListedFile[] = [];
  for await (const file of files) {
    if (signal?.aborted === true) throw new TrailError("aborted", "The sync was stopped.");
    if (page.push(file) < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** A prefix that doesn't end in `/` stands for the keys that begin so, as in a bucket. */
async function* walk(root: string, start: string): AsyncGenerator<ListedFile> {
  const prefix = start.slice(0, start.lastIndexOf("/") + 1);
  const begin = start.slice(prefix.length);
  for (const entry of await entriesOf(root, prefix)) {
    if (!entry.name.startsWith(begin)) continue;
    if (entry.isFolder) {
      yield* walk(root, `${prefix}${entry.name}/`);
    } else {
      const file = await listedFile(root, prefix, entry);
      if (file) yield file;
    }
  }
}

/** One folder in the byte order of the keys: a folder sorts as its name with `/`. */
async function entriesOf(root: string, prefix: string): Promise<Entry[]> {
  const found = await readdir(path.join(root, prefix), { withFileTypes: true, encoding: "buffer" }).catch(
    (error: unknown) => {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOENT" && prefix !== "") return [];
      throw folderError(error, path.join(root, prefix));
    },
  );
  const entries = found.map((dirent): Entry => {
    const bytes = dirent.name as unknown as Buffer;
    const { name, isText } = decodeName(bytes);
    const isFolder = dirent.isDirectory() && isText;
    const refusal = !isText
      ? "Its name isn't valid UTF-8, so no bucket can hold it."
      : dirent.isSymbolicLink()
        ? "A symbolic link; links are not followed."
        : dirent.isFile() || isFolder
          ? null
          : "Neither a file nor a folder.";
    return { name, isFolder, isFile: dirent.isFile(), refusal };
  });
  const order = (entry: Entry) => Buffer.from(entry.isFolder ? `${entry.name}/` : entry.name);
  return entries.toSorted((a, b) => Buffer.compare(order(a), order(b)));
}

function decodeName(bytes: Buffer): { name: string; isText: boolean } {
  const name = bytes.toString("utf8");
  if (Buffer.from(name, "utf8").equals(bytes)) return { name, isText: true };
  const escaped = bytes
    .toString("latin1")
    .replace(/[^ -~]/g, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return { name: escaped, isText: false };
}

async function listedFile(root: string, prefix: string, entry: Entry): Promise<ListedFile | null> {
  const key = `${prefix}${entry.name}`;
  const isLong = Buffer.byteLength(key) > KEY_LIMIT_BYTES;
  const shown = isLong
    ? `${Buffer.from(key)
        .subarray(0, KEY_LIMIT_BYTES - 80)
        .toString("utf8")}…`
    : key;
  const common = { key: shown, storageClass: null, isRestored: false };
  const refusal = entry.refusal ?? (isLong ? `Its path is longer than a key can be (${KEY_LIMIT_BYTES} bytes).` : null);
  if (refusal !== null) return { ...common, etag: "", sizeBytes: 0, lastModified: null, refusal };
  try {
    const stat = await lstat(path.join(root, key), { bigint: true });
    return {
      ...common,
      etag: etagOf(stat),
      sizeBytes: Number(stat.size),
      lastModified: new Date(Number(stat.mtimeMs)),
      refusal: null,
    };
  } catch (error) {
    // Removed since the folder was read.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw folderError(error, path.join(root, key));
  }
}

function etagOf(stat: { size: bigint; mtimeNs: bigint }): string {
  return `${stat.size.toString(16)}-${stat.mtimeNs.toString(16)}`;
}

/**
 * Without a promise at each step: this runs in threads that have nothing else to do meanwhile, and each step that is
 * waited for costs a turn of the event loop, which stands still while another file is unpacked.
 */
async function* read(
  root: string,
  rootPath: () => string,
  file: { key: string; etag: string },
): AsyncGenerator<Uint8Array> {
  const place = path.join(root, file.key);
  let handle: number | undefined;
  try {
    // A folder on the way may have become a link since the listing.
    const real = realpathSync.native(place);
    if (real !== path.join(rootPath(), file.key)) {
      throw new TrailError("denied", "It lies behind a symbolic link; links are not followed.");
    }
    handle = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(handle, { bigint: true });
    if (etagOf(stat) !== file.etag) throw changed();
    const size = Number(stat.size);
    for (let offset = 0; offset < size;) {
      const buffer = Buffer.allocUnsafeSlow(Math.min(READ_BYTES, size - offset));
      const bytesRead = readSync(handle, buffer);
      if (bytesRead === 0) throw changed();
      offset += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    if (error instanceof TrailError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new TrailError("gone", "The file is no longer in the folder.", error);
    if (code === "EACCES")
      throw new TrailError("denied", `The file may not be read: give this user the right to read ${place}.`, error);
    throw new TrailError("unreachable", `The file can't be read: ${message}`, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function changed(): TrailError {
  return new TrailError("changed", "The file was replaced while it was being read; the next pass reads the new one.");
}

function folderError(error: unknown, folder: string): TrailError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT")
    return new TrailError("denied", `The folder ${folder} doesn't exist; check TRAIL_URLS.`, error);
  if (code === "ENOTDIR") return new TrailError("denied", `${folder} is not a folder; check TRAIL_URLS.`, error);
  if (code === "EACCES")
    return new TrailError("denied", `The folder ${folder} may not be read: give this user the right to.`, error);
  return new TrailError("unreachable", `The folder ${folder} can't be read: ${message}`, error);
}

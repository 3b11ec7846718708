/** Where a file grows until it is whole. Nobody gets to see it before. */
export type Sink = {
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** What was written, once it is all. */
  finish: () => Promise<Blob>;
  /** Nothing of it stays. */
  discard: () => Promise<void>;
};

const PREFIX = "astrolabe-export-";
/** Longer than a browser takes to copy a file of any size from its own storage to where downloads go. */
const KEEP_MS = 60 * 60_000;
/** Each write of a browser's storage costs about the same, whatever its size. */
const WRITE_BYTES = 4_000_000;

/** Whether this browser lets a page write to its storage on disk; else files grow in memory. */
export function canWriteToDisk(): boolean {
  return (
    typeof navigator.storage?.getDirectory === "function" &&
    typeof FileSystemFileHandle === "function" &&
    "createWritable" in FileSystemFileHandle.prototype
  );
}

/** A place for one file: on disk, in the storage that the browser keeps for this site, where there is one. */
export async function openSink(): Promise<Sink> {
  // Private windows of some browsers have the function and no storage.
  const folder = canWriteToDisk() ? await navigator.storage.getDirectory().catch(() => null) : null;
  if (folder === null) return memorySink();
  await sweep(folder);
  const name = `${PREFIX}${crypto.randomUUID()}`;
  const handle = await folder.getFileHandle(name, { create: true });
  const file = await handle.createWritable();
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  async function flush() {
    const parts = waiting;
    [waiting, waitingBytes] = [[], 0];
    await file.write(new Blob(parts));
  }
  return {
    async write(bytes) {
      waiting.push(bytes);
      waitingBytes += bytes.byteLength;
      if (waitingBytes >= WRITE_BYTES) await flush();
    },
    async finish() {
      await flush();
      await file.close();
      return handle.getFile();
    },
    async discard() {
      // A file that is closed already can't be aborted, one that is gone not removed: both are what is wanted.
      await file.abort().catch(() => undefined);
      await folder.removeEntry(name).catch(() => undefined);
    },
  };
}

function memorySink(): Sink {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (bytes) => Promise.resolve(void parts.push(bytes)),
    finish: () => Promise.resolve(new Blob(parts)),
    discard: () => Promise.resolve(void (parts = [])),
  };
}

/** Removes what earlier exports left: nobody says when a browser has copied a file to where downloads go. */
async function sweep(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (!name.startsWith(PREFIX) || handle.kind !== "file") continue;
    const { lastModified } = await handle.getFile();
    // One that another tab is writing is locked, and stays.
    if (Date.now() - lastModified > KEEP_MS) await folder.removeEntry(name).catch(() => undefined);
  }
}

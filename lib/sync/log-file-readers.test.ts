import { setFlagsFromString } from "node:v8";
import type { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepRules } from "#lib/codestar/event-sources.ts";
import type { RowTaker } from "./fetch-log-file.ts";
import { LogFileReaders } from "./log-file-readers.ts";
import { LostThread } from "./lost-thread.ts";
import { openTrail } from "./open-trail.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "./testing/trail-folder.ts";
import type { ListedFile, TrailSign } from "./trail-source.ts";

const UNASKED: RowTaker = () => Promise.reject(new Error("unasked"));
let trail: TrailFolder;
let stop: AbortController;
let opened: LogFileReaders[] = [];
const signs: TrailSign[] = [];
const workers: Worker[] = [];
const keepWorker = (worker: Worker) => workers.push(worker);

beforeEach(async () => {
  trail = await trailFolder();
  stop = new AbortController();
  signs.length = workers.length = 0;
  process.on("worker", keepWorker);
});
afterEach(async () => {
  process.off("worker", keepWorker);
  for (const readers of opened) await readers.close();
  opened = [];
  await trail.destroy();
});

function readersOf(heldLimitChars = 2 ** 31): LogFileReaders {
  const source = { ...openTrail(trail.url), note: (sign: TrailSign) => void signs.push(sign) };
  const options = { source, rules: keepRules("all"), limitBytes: 2 ** 31, heldLimitChars, signal: stop.signal };
  const readers = new LogFileReaders(options);
  opened.push(readers);
  return readers;
}

/** The files of the folder, as they are listed. */
async function listed(): Promise<(ListedFile & { id: number })[]> {
  const files: (ListedFile & { id: number })[] = [];
  for await (const page of openTrail(trail.url).list("")) files.push(...page.map((file) => ({ ...file, id: 7 })));
  return files;
}

async function putRecords(name: string, count: number): Promise<void> {
  await trail.putLog(
    logKey(name),
    Array.from({ length: count }, (_, index) => testRecord(`event ${index}`)),
  );
}

test("a file comes out alike whether it is read here or in a thread, whole or as it comes", async () => {
  await putRecords("A", 3_000);
  const [file] = await listed();
  if (!file) throw new Error("No file.");
  const readers = readersOf();
  const here = await readers.read({ ...file, sizeBytes: 1 }, UNASKED);
  expect(here.reading).toMatchObject({ failure: null, counts: { recordsRead: 3_000, kept: 3_000 } });
  expect(workers).toEqual([]);
  for (const sizeBytes of [file.sizeBytes, 10_000_000]) {
    const { reading, rows } = await readers.read({ ...file, sizeBytes }, UNASKED);
    expect(reading).toEqual(here.reading);
    expect(Buffer.from(rows).equals(here.rows)).toBe(true);
  }
  expect(workers.length).toBeGreaterThan(0);
  expect(signs).toEqual(["read", "read", "read"]);

  // Rows that are too many to be held come as they are made, in their order.
  const streaming = readersOf(100_000);
  for (const sizeBytes of [1, file.sizeBytes, 10_000_000]) {
    const taken: Uint8Array[] = [];
    const { reading, rows } = await streaming.read({ ...file, sizeBytes }, async (some) => void taken.push(some));
    expect(reading).toEqual(here.reading);
    expect(taken.length).toBeGreaterThan(0);
    expect(Buffer.concat([...taken, rows]).equals(here.rows)).toBe(true);
  }
});

test("rows wait for who takes them", async () => {
  await putRecords("A", 3_000);
  const [file] = await listed();
  if (!file) throw new Error("No file.");
  let taking = 0;
  await readersOf(1).read({ ...file, sizeBytes: 10_000_000 }, async () => {
    expect(++taking).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    taking--;
  });
});

test("what keeps a file from being read comes through, what its taker of rows throws too, and the next is read", async () => {
  await putRecords("A", 900);
  const [file] = await listed();
  if (!file) throw new Error("No file.");
  const readers = readersOf(1);
  for (const sizeBytes of [1, file.sizeBytes, 10_000_000]) {
    const asked = { ...file, sizeBytes };
    signs.length = 0;
    await expect(readers.read({ ...asked, etag: "another" }, UNASKED)).rejects.toMatchObject({
      name: "TrailError",
      kind: "changed",
      message: "The file was replaced while it was being read; the next pass reads the new one.",
    });
    await expect(readers.read({ ...asked, key: "none" }, UNASKED)).rejects.toMatchObject({ kind: "gone" });
    await expect(readers.read(asked, () => Promise.reject(new Error("full")))).rejects.toThrow("full");
    const { reading } = await readers.read(asked, () => Promise.resolve());
    expect(reading).toMatchObject({ failure: null, counts: { kept: 900 } });
    expect(signs).toEqual(["changed", "gone", "read"]);
  }
});

test("a signal ends what is on, and nothing is begun after it", async () => {
  await putRecords("A", 900);
  const [file] = await listed();
  if (!file) throw new Error("No file.");
  const readers = readersOf(1);
  const reading = readers.read({ ...file, sizeBytes: 10_000 }, async () => stop.abort());
  await expect(reading).rejects.toMatchObject({ name: "TrailError", kind: "aborted" });
  await expect(readers.read(file, UNASKED)).rejects.toMatchObject({ kind: "aborted" });
});

test("with a thread that ends, the files are lost that it had; others take its place", async () => {
  await putRecords("A", 900);
  const [file] = await listed();
  if (!file) throw new Error("No file.");
  for (const isAlone of [false, true]) {
    const readers = readersOf(1);
    workers.length = 0;
    const endThreads = async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    };
    const asked = { ...file, sizeBytes: 10_000_000 };
    const lost = [readers.read(asked, endThreads, isAlone), readers.read(asked, endThreads, isAlone)];
    // Both waited for from the start: on a busy machine either may be lost first.
    await Promise.all(lost.map((read) => expect(read).rejects.toBeInstanceOf(LostThread)));
    const { reading } = await readers.read(asked, () => Promise.resolve(), isAlone);
    expect(reading).toMatchObject({ failure: null, counts: { kept: 900 } });
  }
});

test("a file that takes more memory than a thread has is told from others", async () => {
  await putRecords("A", 10);
  await trail.put(
    logKey("B"),
    `{"Records":[{"eventSource":"codestar.amazonaws.com","a":[${"{},".repeat(2_000_000)}0]}]}`,
  );
  const [good, huge] = await listed();
  if (!good || !huge) throw new Error("No files.");
  setFlagsFromString("--max-old-space-size=60");
  const readers = readersOf();
  const lost = await readers.read(huge, UNASKED, true).catch((error: unknown) => error);
  expect(lost).toMatchObject({ name: "LostThread", isOutOfMemory: true });
  expect((await readers.read(good, UNASKED, true)).reading).toMatchObject({ failure: null, counts: { kept: 10 } });
});

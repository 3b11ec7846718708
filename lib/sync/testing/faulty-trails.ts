import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { startFaultProxy, type Fault, type FaultProxy, type FaultRule } from "#lib/s3/testing/fault-proxy.ts";
import { askAs, type Keys } from "#lib/s3/testing/s3-server.ts";
import { expectSoundDatabase } from "./expect-sound-database.ts";
import { storedEvents, storedFiles } from "./stored.ts";
import { syncOnce } from "./sync-once.ts";
import { testRecord } from "./test-record.ts";
import { logKey, logText } from "./trail-folder.ts";

export type Objects = [key: string, body: Uint8Array | string][];
/** A real S3 server with a bucket that holds what it was given, for who has the keys. */
export type ServedBucket = { endpoint: string; bucket: string; keys: Keys; stop?: () => Promise<void> };

const OTHER = { eventSource: "s3.amazonaws.com", eventName: "GetObject" };
/** Random text keeps a file from getting small, so that faults can strike in its middle. */
const records = (file: string, count: number) =>
  Array.from({ length: count }, (_, index) => [
    testRecord(`${file} ${index}`, { userAgent: randomBytes(500).toString("hex") }),
    testRecord(`other ${file} ${index}`, OTHER),
  ]).flat();

/** A file's key; the embedded server takes the time of its delivery from it. */
const keyIn = (trail: string, name: string) => `${trail}/${logKey(`20240501T0000Z_${name}`)}`;
type File = { name: string; body: Uint8Array | string };
const gzipped = (name: string, count: number): File => ({ name, body: gzipSync(logText(records(name, count))) });

/** Most faults meet a trail of small files. */
const smallFiles: File[] = [
  ...Array.from({ length: 22 }, (_, index) => gzipped(`small-${index}`, 20)),
  // Its bytes are the records themselves: only the checksum tells when one is wrong.
  { name: "stored", body: gzipSync(logText(records("stored", 30)), { level: 0 }) },
  { name: "plain", body: logText(records("plain", 20)) },
];
/** Some meet more than is held in memory: its rows are on their way into the database when the fault strikes. */
const largeFiles: File[] = [gzipped("large", 2_700), gzipped("before", 5), gzipped("near", 5)];

export type FaultyTrail = {
  url: string;
  count: number;
  /** What is in the database when nothing has gone wrong. */
  undisturbed: Awaited<ReturnType<typeof outcome>>;
};

/** How many bytes a file has. */
export const sizeOf = (name: string) =>
  Buffer.byteLength([...smallFiles, ...largeFiles].find((file) => file.name === name)?.body ?? "");

/** The key of one of the files above. */
export function faultyKey(name: string): string {
  return keyIn(isLarge(name) ? "large" : "small", name);
}

const isLarge = (name: string) => largeFiles.some((file) => file.name === name);

/** Two trails of one bucket behind a proxy that does harm, and what a pass over each brings when it does none. */
export class FaultyTrails {
  readonly proxy: FaultProxy;
  readonly small: FaultyTrail;
  readonly large: FaultyTrail;

  private constructor(proxy: FaultProxy, small: FaultyTrail, large: FaultyTrail) {
    this.proxy = proxy;
    this.small = small;
    this.large = large;
  }

  static async start(serve: (objects: Objects) => Promise<ServedBucket>): Promise<FaultyTrails> {
    const server = await serve([...smallFiles, ...largeFiles].map(({ name, body }) => [faultyKey(name), body]));
    const proxy = await startFaultProxy(server.endpoint);
    await askAs(server.keys, proxy.url);
    const url = `s3://${server.bucket}`;
    const trail = async (name: string, count: number) => ({
      url: `${url}/${name}`,
      count,
      undisturbed: await undisturbed(`${url}/${name}`, count),
    });
    return new FaultyTrails(proxy, await trail("small", smallFiles.length), await trail("large", largeFiles.length));
  }

  of(name: string): FaultyTrail {
    return isLarge(name) ? this.large : this.small;
  }

  /** Harms requests for a file (of a name), or those that a condition picks. */
  strike(fault: Fault, what: string | FaultRule["on"], times: number): FaultRule {
    const key = typeof what === "string" ? faultyKey(what) : "";
    const on =
      typeof what === "string"
        ? (asked: Parameters<FaultRule["on"]>[0]) => asked.key === key && asked.kind === "get"
        : what;
    const rule = { fault, times, on };
    this.proxy.rules.push(rule);
    return rule;
  }

  async reset(): Promise<void> {
    await emptyDatabase();
    this.proxy.rules.length = 0;
    this.proxy.requests.length = 0;
  }
}

/** Everything that mustn't depend on what happened on the way. */
export async function outcome() {
  return { events: await storedEvents(), files: (await storedFiles()).map((file) => ({ ...file, attempts: 0 })) };
}

async function undisturbed(url: string, count: number): Promise<FaultyTrail["undisturbed"]> {
  await emptyDatabase();
  expect(await syncOnce([url])).toMatchObject({ state: "complete", filesIngested: count, filesFailed: 0 });
  return outcome();
}

/** No file is in by halves, whatever has become of the pass. */
export async function expectWholeFiles({ undisturbed }: FaultyTrail): Promise<void> {
  await expectSoundDatabase();
  const files = await storedFiles();
  const isIn = new Set(files.filter(({ state }) => state === "ingested").map(({ key }) => key));
  expect(await storedEvents()).toEqual(undisturbed.events.filter(({ file }) => isIn.has(file)));
  expect(files.filter(({ key, recordsRead }) => !isIn.has(key) && recordsRead > 0)).toEqual([]);
}

/** A pass that nothing disturbs brings exactly what such a pass alone would have brought. */
export async function expectUndisturbedAfterNextPass(trails: FaultyTrails, trail: FaultyTrail): Promise<void> {
  trails.proxy.rules.length = 0;
  expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", filesFailed: 0 });
  expect(await outcome()).toEqual(trail.undisturbed);
  await expectSoundDatabase();
}

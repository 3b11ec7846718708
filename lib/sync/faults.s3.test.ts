import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { startFaultProxy, type Fault, type FaultProxy, type S3Request } from "#lib/s3/testing/fault-proxy.ts";
import { askAs, s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket } from "#lib/s3/testing/test-bucket.ts";
import { HELD_LIMIT_CHARS } from "./ingest-file.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { lastRun, storedEvents, storedFiles } from "./testing/stored.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";

// Whatever the network does to a pass, after the next one everything is as if nothing had happened.

vi.mock("#lib/s3/limits.ts", () => ({ CONNECT_LIMIT_MS: 1_000, ANSWER_LIMIT_MS: 1_500, STALL_LIMIT_MS: 500 }));

const OTHER = { eventSource: "s3.amazonaws.com", eventName: "GetObject" };
/** Random text keeps a file from getting small, so that faults can strike in its middle. */
const records = (file: string, count: number) =>
  Array.from({ length: count }, (_, index) => [
    testRecord(`${file} ${index}`, { userAgent: randomBytes(500).toString("hex") }),
    testRecord(`other ${file} ${index}`, OTHER),
  ]).flat();

type Files = [key: string, body: Uint8Array | string][];
const SMALL = "small-3";

const gzipped = (name: string, count: number): Files[number] => [logKey(name), gzipSync(logText(records(name, count)))];
/** Most faults meet a trail of small files. */
const smallFiles: Files = [
  ...Array.from({ length: 10 }, (_, index) => gzipped(`small-${index}`, 20)),
  // Its bytes are the records themselves: only the checksum tells when one is wrong.
  [logKey("stored"), gzipSync(logText(records("stored", 30)), { level: 0 })],
  [logKey("plain"), logText(records("plain", 20))],
];
/** Some meet more than is held in memory: its rows are on their way into the database when the fault strikes. */
const largeFiles: Files = [gzipped("large", 2_700), gzipped("before", 5), gzipped("near", 5)];
const bodies = new Map([...smallFiles, ...largeFiles]);
const sizeOf = (name: string) => Buffer.byteLength(bodies.get(logKey(name)) ?? "");
const middle = (name: string) => sizeOf(name) >> 1;

type Trail = { url: string; count: number; undisturbed: Awaited<ReturnType<typeof outcome>> };
let proxy: FaultProxy;
let small: Trail;
let large: Trail;
const trailOf = (name: string) => (smallFiles.some(([key]) => key === logKey(name)) ? small : large);

/** Everything that mustn't depend on what happened on the way. */
async function outcome() {
  return { events: await storedEvents(), files: (await storedFiles()).map((file) => ({ ...file, attempts: 0 })) };
}

async function newTrail(files: Files): Promise<Trail> {
  const bucket = await testBucket();
  await bucket.put(files);
  const url = `s3://${bucket.name}`;
  await emptyDatabase();
  expect(await syncOnce([url])).toMatchObject({ state: "complete", filesIngested: files.length, filesFailed: 0 });
  return { url, count: files.length, undisturbed: await outcome() };
}

beforeAll(async () => {
  proxy = await startFaultProxy(s3Server().endpoint);
  await askAs("owner", proxy.url);
  small = await newTrail(smallFiles);
  large = await newTrail(largeFiles);
});
afterAll(() => proxy?.close());
beforeEach(async () => {
  await emptyDatabase();
  proxy.rules.length = 0;
  proxy.requests.length = 0;
});

const strike = (fault: Fault, name: string, times: number) => {
  const rule = { fault, times, on: (asked: S3Request) => asked.kind === "get" && asked.key === logKey(name) };
  proxy.rules.push(rule);
  return rule;
};

/** No file is in by halves, whatever has become of the pass. */
async function expectWholeFiles({ undisturbed }: Trail): Promise<void> {
  await expectSoundDatabase();
  const files = await storedFiles();
  const isIn = new Set(files.filter(({ state }) => state === "ingested").map(({ key }) => key));
  expect(await storedEvents()).toEqual(undisturbed.events.filter(({ file }) => isIn.has(file)));
  expect(files.filter(({ key, recordsRead }) => !isIn.has(key) && recordsRead > 0)).toEqual([]);
}

async function expectUndisturbedAfterNextPass({ url, undisturbed }: Trail): Promise<void> {
  proxy.rules.length = 0;
  expect(await syncOnce([url])).toMatchObject({ state: "complete", filesFailed: 0 });
  expect(await outcome()).toEqual(undisturbed);
  await expectSoundDatabase();
}

describe("a fault that passes", () => {
  it.each<[string, Fault, number]>([
    [SMALL, { kind: "reset" }, 2],
    [SMALL, { kind: "silence" }, 1],
    [SMALL, { kind: "reset-after", bytes: 1 }, 2],
    [SMALL, { kind: "reset-after", bytes: middle(SMALL) }, 2],
    [SMALL, { kind: "cut-after", bytes: middle(SMALL) }, 2],
    [SMALL, { kind: "cut-after", bytes: sizeOf(SMALL) - 4 }, 1],
    [SMALL, { kind: "stall-after", bytes: middle(SMALL) }, 2],
    [SMALL, { kind: "status", status: 503, code: "SlowDown" }, 2],
    [SMALL, { kind: "status", status: 500, code: "InternalError" }, 2],
    ["plain", { kind: "cut-after", bytes: middle("plain") }, 1],
    ["large", { kind: "reset-after", bytes: middle("large") }, 2],
    ["large", { kind: "stall-after", bytes: sizeOf("large") - 100 }, 1],
  ])("is got over in the same pass: %s, %o, %i times", async (name, fault, times) => {
    const trail = trailOf(name);
    const rule = strike(fault, name, times);
    expect(await syncOnce([trail.url])).toMatchObject({
      state: "complete",
      filesIngested: trail.count,
      filesFailed: 0,
    });
    expect(rule.times).toBe(0);
    expect(await outcome()).toEqual(trail.undisturbed);
    await expectSoundDatabase();
  });

  it.each<[string, Fault]>([
    [SMALL, { kind: "flip", byte: middle(SMALL) }],
    [SMALL, { kind: "flip", byte: sizeOf(SMALL) - 6 }],
    ["stored", { kind: "flip", byte: middle("stored") }],
    ["large", { kind: "flip", byte: sizeOf("large") - 1_000 }],
    [SMALL, { kind: "shorten", bytes: middle(SMALL) }],
    ["plain", { kind: "shorten", bytes: middle("plain") }],
    ["large", { kind: "shorten", bytes: middle("large") }],
  ])("doesn't make a good file a bad one for good: %s, %o", async (name, fault) => {
    const trail = trailOf(name);
    const rule = strike(fault, name, 1);
    await syncOnce([trail.url]);
    expect(rule.times).toBe(0);
    await expectWholeFiles(trail);
    await expectUndisturbedAfterNextPass(trail);
  });
});

describe("a fault that stays for the whole pass", () => {
  it.each<[string, Fault]>([
    [SMALL, { kind: "reset" }],
    [SMALL, { kind: "cut-after", bytes: 0 }],
    [SMALL, { kind: "stall-after", bytes: 0 }],
    [SMALL, { kind: "status", status: 503, code: "SlowDown" }],
    [SMALL, { kind: "status", status: 403, code: "AccessDenied" }],
    ["large", { kind: "status", status: 403, code: "AccessDenied" }],
  ])("costs that file alone, and only until the next pass: %s, %o", async (name, fault) => {
    const trail = trailOf(name);
    strike(fault, name, Infinity);
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({ state: "partial", filesIngested: trail.count - 1, filesFailed: 1 });
    expect(summary.failures).toEqual([{ key: logKey(name), reason: expect.stringMatching(/^[A-Z].*\w{3}/) }]);
    expect((await storedFiles()).find((file) => file.key === logKey(name))).toMatchObject({
      state: "pending",
      recordsRead: 0,
    });
    await expectWholeFiles(trail);
    await expectUndisturbedAfterNextPass(trail);
  });

  it.each<[Fault, RegExp]>([
    [{ kind: "status", status: 503, code: "SlowDown" }, /503 SlowDown/],
    [{ kind: "status", status: 403, code: "AccessDenied" }, /s3:ListBucket/],
    [{ kind: "reset" }, /doesn't answer/],
    [{ kind: "cut-after", bytes: 100 }, /./],
  ])("fails the trail when it strikes its listing, and expires nothing: %o", async (fault, sentence) => {
    const { url, undisturbed } = small;
    await syncOnce([url]);
    proxy.rules.push({
      fault,
      times: Infinity,
      on: ({ kind, key }) => kind === "list" && key.includes("/CloudTrail/"),
    });
    const summary = await syncOnce([url], { asked: { isFull: true } });
    expect(summary.state).toBe("failed");
    expect(summary.problems[0]?.sentence).toMatch(sentence);
    expect(await outcome()).toEqual(undisturbed);
    await expectUndisturbedAfterNextPass(small);
  });
});

describe("everything at once", () => {
  const faults: Fault[] = [
    { kind: "reset" },
    { kind: "reset-after", bytes: 5_000 },
    { kind: "cut-after", bytes: 9_000 },
    { kind: "stall-after", bytes: 3_000 },
    { kind: "flip", byte: 8_000 },
    { kind: "shorten", bytes: 7_000 },
    { kind: "status", status: 503, code: "SlowDown" },
    { kind: "status", status: 403, code: "AccessDenied" },
  ];

  it("leaves whole files, and nothing is missing after the next pass", async () => {
    for (const [index, fault] of faults.entries()) strike(fault, `small-${index}`, 1);
    expect(await syncOnce([small.url])).toMatchObject({ state: "partial", filesListed: small.count });
    await expectWholeFiles(small);
    await expectUndisturbedAfterNextPass(small);
  });

  it("leaves a large file whole or out, though one thing after another goes wrong with it", async () => {
    const heldChars = large.undisturbed.events.reduce((sum, { record }) => sum + record.length, 0);
    expect(heldChars).toBeGreaterThan(HELD_LIMIT_CHARS);
    for (const fault of faults.filter(({ kind }) => kind !== "status")) strike(fault, "large", 1);
    expect(await syncOnce([large.url])).toMatchObject({ filesListed: large.count });
    await expectWholeFiles(large);
    await expectUndisturbedAfterNextPass(large);
  });

  it("can be stopped while S3 says nothing, and is taken up again", async () => {
    strike({ kind: "silence" }, SMALL, Infinity);
    const startedAt = performance.now();
    const summary = await syncOnce([small.url], { signal: AbortSignal.timeout(700) });
    expect(summary.state).toBe("interrupted");
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await lastRun()).toMatchObject({ state: "interrupted", trails: { [small.url]: "interrupted" } });
    await expectWholeFiles(small);
    await expectUndisturbedAfterNextPass(small);
  });
});

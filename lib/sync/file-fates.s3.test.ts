import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { startFaultProxy, type FaultProxy } from "#lib/s3/testing/fault-proxy.ts";
import { askAs, s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket, type TestBucket } from "#lib/s3/testing/test-bucket.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { storedEvents, storedFiles } from "./testing/stored.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";

// What becomes of each kind of object in a bucket, in the ledger and in requests to S3.

const ACCOUNT = "AWSLogs/111122223333/";
const DAY = "us-east-1/2024/05/01/";
const good = (...names: string[]) => gzipSync(logText(names.map((name) => testRecord(name))));

let proxy: FaultProxy;
let bucket: TestBucket;
let url: string;

beforeAll(async () => {
  proxy = await startFaultProxy(s3Server().endpoint);
});
afterAll(() => proxy?.close());
beforeEach(async () => {
  await emptyDatabase();
  bucket = await testBucket();
  url = `s3://${bucket.name}`;
  await askAs("owner", proxy.url);
  proxy.requests.length = 0;
});

const full = () => syncOnce([url], { asked: { isFull: true } });
const stateOf = async () => Object.fromEntries((await storedFiles()).map(({ key, state }) => [key, state]));
const idsOf = (...names: string[]) => names.map((name) => String(testRecord(name)["eventID"])).toSorted();

describe("objects that are no log files", () => {
  it("are in the ledger as skipped, with a reason, and never fetched", async () => {
    const skipped: Record<string, RegExp> = {
      "AWSLogs/": /folder marker/,
      [`${ACCOUNT}CloudTrail/${DAY}`]: /folder marker/,
      "exports/": /folder marker/,
      [`${ACCOUNT}CloudTrail-Digest/${DAY}111122223333_CloudTrail-Digest_us-east-1_t_us-east-1_20240501T000000Z.json.gz`]:
        /digest/,
      [`AWSLogs/o-ab12cd34ef/111122223333/CloudTrail-Digest/${DAY}x.json.gz`]: /digest/,
      [`${ACCOUNT}CloudTrail-Insight/${DAY}x.json.gz`]: /Insights/,
      "AWSLogs/CloudTrail-Insight/x.json.gz": /Insights/,
      [`${ACCOUNT}CloudTrail-NetworkActivity/${DAY}x.json.gz`]: /network/,
      [`${ACCOUNT}CloudTrail-Aggregated/${DAY}x.json.gz`]: /aggregated/,
      [`${ACCOUNT}Config/${DAY}x.json.gz`]: /path is not/,
      [`${ACCOUNT}CloudTrail/us-east-1/2024/05/x.json.gz`]: /path is not/,
      [`${ACCOUNT}CloudTrail/us-east-1/2024/02/30/x.json.gz`]: /path is not/,
      "exports/2024/report.csv": /path is not/,
      "readme.txt": /path is not/,
    };
    const file = logKey("x");
    await bucket.put(Object.keys(skipped).map((key) => [key, key.endsWith("/") ? "" : good(`in ${key}`)]));
    await bucket.put([[file, good("a")]]);
    for (let pass = 1; pass <= 2; pass++) {
      const count = Object.keys(skipped).length;
      expect(await full()).toMatchObject({
        state: "complete",
        filesListed: count + 1,
        filesSkipped: count,
        filesFailed: 0,
      });
      expect(proxy.fetched()).toEqual([file]);
    }
    for (const { key, state, reason, attempts } of await storedFiles()) {
      if (key === file) continue;
      expect({ key, state, attempts }).toEqual({ key, state: "skipped", attempts: 0 });
      expect(reason).toMatch(skipped[key] ?? /no such key was put/);
    }
    expect((await storedEvents()).map(({ id }) => id)).toEqual(idsOf("a"));
    await expectSoundDatabase();
  });
});

describe("bodies", () => {
  it("are told apart by their bytes; what is no log file fails alone, with a reason, until it changes", async () => {
    const bodies: [name: string, body: string | Uint8Array, reason: RegExp | null][] = [
      ["gzip", good("gzip"), null],
      ["plain-named-gz", logText([testRecord("plain")]), null],
      ["no-records-inside", gzipSync(logText([])), null],
      ["zero-bytes", "", /empty/],
      ["truncated-gzip", good("truncated").subarray(0, -30), /truncated/],
      ["cut-in-the-checksum", good("cut").subarray(0, -3), /truncated/],
      ["damaged-gzip", damaged(good("damaged")), /damaged/],
      ["two-ends", Buffer.concat([good("two"), Buffer.from("more")]), /followed by/],
      ["empty-gzip", gzipSync(""), /./],
      ["broken-json", gzipSync('{"Records":[{"eventID":'), /./],
      ["no-records", gzipSync('{"events":[]}'), /Records/],
      [
        "notification",
        gzipSync(logText([{ eventSource: "aws:s3", eventName: "ObjectCreated:Put", s3: {} }])),
        /notification/,
      ],
    ];
    await bucket.put(bodies.map(([name, body]) => [logKey(name), body]));
    const failed = bodies.filter(([, , reason]) => reason !== null).length;
    const summary = await full();
    expect(summary).toMatchObject({
      state: "partial",
      filesListed: bodies.length,
      filesIngested: bodies.length - failed,
      filesFailed: failed,
      recordsRead: 2,
      eventsInserted: 2,
    });
    expect(proxy.fetched()).not.toContain(logKey("zero-bytes"));
    const reasons = new Map(summary.failures.map(({ key, reason }) => [key, reason]));
    for (const file of await storedFiles()) {
      const [, , reason] = bodies.find(([name]) => logKey(name) === file.key) ?? [];
      expect(file).toMatchObject({ key: file.key, state: reason ? "failed" : "ingested" });
      if (!reason) continue;
      expect(file.reason).toMatch(reason);
      expect(reasons.get(file.key)).toBe(file.reason);
      expect(file).toMatchObject({ recordsRead: 0, eventsInserted: 0, recordsRejected: 0 });
    }
    expect((await storedEvents()).map(({ id }) => id)).toEqual(idsOf("gzip", "plain"));

    proxy.requests.length = 0;
    const again = await full();
    expect(again).toMatchObject({ state: "partial", filesFailed: failed, filesUnchanged: bodies.length - failed });
    expect(again.failures).toHaveLength(failed);
    expect(proxy.fetched()).toEqual([]);

    await bucket.put([[logKey("truncated-gzip"), good("truncated")]]);
    expect(await full()).toMatchObject({ filesIngested: 1, filesFailed: failed - 1, eventsInserted: 1 });
    expect(proxy.fetched()).toEqual([logKey("truncated-gzip")]);
    await expectSoundDatabase();
  });

  function damaged(body: Uint8Array): Uint8Array {
    const copy = Buffer.from(body);
    copy.fill(0xff, 40, 60);
    return copy;
  }
});

describe("objects that change", () => {
  it("are read again when they were overwritten; what they brought stays", async () => {
    const [x, y] = [logKey("x"), logKey("y")];
    await bucket.put([
      [x, good("a", "b")],
      [y, good("y")],
    ]);
    await full();
    await bucket.put([[x, good("a", "c", "d")]]);
    proxy.requests.length = 0;
    expect(await full()).toMatchObject({
      state: "complete",
      filesIngested: 1,
      filesUnchanged: 1,
      recordsRead: 3,
      eventsInserted: 2,
      recordsDuplicate: 1,
    });
    expect(proxy.fetched()).toEqual([x]);
    expect((await storedEvents()).map(({ id }) => id)).toEqual(idsOf("a", "b", "c", "d", "y"));
    expect((await storedFiles()).find(({ key }) => key === x)).toMatchObject({ state: "ingested", recordsRead: 3 });
    await expectSoundDatabase();
  });

  it("aren't read again when the same bytes were put anew", async () => {
    const x = logKey("x");
    await bucket.put([[x, good("a")]]);
    await full();
    await bucket.put([[x, good("a")]]);
    proxy.requests.length = 0;
    expect(await full()).toMatchObject({ filesUnchanged: 1, filesIngested: 0 });
    expect(proxy.fetched()).toEqual([]);
  });

  it("fail with a reason when they were overwritten by rubbish, and keep their events", async () => {
    const x = logKey("x");
    await bucket.put([[x, good("a")]]);
    await full();
    await bucket.put([[x, "rubbish"]]);
    expect(await full()).toMatchObject({ state: "partial", filesFailed: 1 });
    expect((await storedFiles())[0]).toMatchObject({ state: "failed", recordsRead: 0 });
    expect((await storedEvents()).map(({ id }) => id)).toEqual(idsOf("a"));
  });

  it("expire when they are gone from a whole listing, and keep their events and counts", async () => {
    const [x, y] = [logKey("x"), logKey("y")];
    await bucket.put([
      [x, good("a", "b")],
      [y, good("b", "c")],
      [logKey("bad"), "rubbish"],
    ]);
    await full();
    const before = await storedEvents();
    await bucket.remove(x);
    await bucket.remove(logKey("bad"));
    await syncOnce([url]);
    // A pass over a few days says nothing of others.
    expect(await stateOf()).toMatchObject({ [x]: "ingested" });

    expect(await full()).toMatchObject({ state: "complete", filesListed: 1, filesUnchanged: 1 });
    expect(await stateOf()).toEqual({ [logKey("bad")]: "expired", [x]: "expired", [y]: "ingested" });
    expect((await storedFiles()).find(({ key }) => key === x)).toMatchObject({ recordsRead: 2 });
    expect(await storedEvents()).toEqual(before);
    await expectSoundDatabase();

    await bucket.put([[x, good("a", "b")]]);
    proxy.requests.length = 0;
    expect(await full()).toMatchObject({ filesUnchanged: 2, eventsInserted: 0 });
    expect(await stateOf()).toMatchObject({ [x]: "ingested" });
    expect(proxy.fetched()).toEqual([]);
  });
});

import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFaultProxy, type FaultProxy } from "#lib/s3/testing/fault-proxy.ts";
import { askAs, s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket, type TestBucket } from "#lib/s3/testing/test-bucket.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { storedEvents, storedFiles } from "./testing/stored.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logText } from "./testing/trail-folder.ts";

// One organisation trail, as it comes: first everything, then again, then what is new.

const ROOT = "central/logs/AWSLogs/o-ab12cd34ef/";
const OTHER = { eventSource: "s3.amazonaws.com", eventName: "GetObject" };

/** Sixteen letters and digits of both cases, as CloudTrail's. */
function randomPart(seed: number): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  let state = BigInt(seed + 1) * 0x9e3779b97f4a7c15n;
  let text = "";
  for (let place = 0; place < 16; place++) {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    text += letters[Number((state >> 33n) % 62n)];
  }
  return text;
}

function keyOf(account: string, region: string, day: string, seed: number): string {
  const time = `${day.replaceAll("/", "")}T${String(seed % 24).padStart(2, "0")}05Z`;
  return `${ROOT}${account}/CloudTrail/${region}/${day}/${account}_CloudTrail_${region}_${time}_${randomPart(seed)}.json.gz`;
}

const today = new Date().toISOString().slice(0, 10).replaceAll("-", "/");
const keys = [
  ...Array.from({ length: 1_050 }, (_, seed) => keyOf("111122223333", "us-east-1", "2024/05/01", seed)),
  ...Array.from({ length: 90 }, (_, seed) =>
    keyOf(
      ["111122223333", "444455556666", "777788889999"][seed % 3] ?? "",
      ["us-east-1", "eu-west-1"][seed % 2] ?? "",
      ["2023/12/31", "2024/01/01", "2024/07/31"][seed % 5] ?? today,
      5_000 + seed,
    ),
  ),
];
/** Each file has a record of its own, one that the next file has too, and one of another service. */
const body = (index: number) =>
  gzipSync(
    logText([testRecord(`own ${index}`), testRecord(`shared ${index >> 1}`), testRecord(`other ${index}`, OTHER)]),
  );
const eventCount = keys.length + keys.length / 2;

let bucket: TestBucket;
let proxy: FaultProxy;
let url: string;

beforeAll(async () => {
  bucket = await testBucket();
  await bucket.put(keys.map((key, index) => [key, body(index)]));
  proxy = await startFaultProxy(s3Server().endpoint);
  await askAs("owner", proxy.url);
  url = `s3://${bucket.name}/central/logs`;
});
afterAll(() => proxy?.close());

describe("a trail of more than a thousand files", () => {
  it("has each key in the ledger, fetched and ingested once", async () => {
    const summary = await syncOnce([url]);
    expect(summary).toMatchObject({
      state: "complete",
      filesListed: keys.length,
      filesIngested: keys.length,
      filesUnchanged: 0,
      filesSkipped: 0,
      filesFailed: 0,
      recordsRead: keys.length * 3,
      eventsInserted: eventCount,
      recordsDuplicate: keys.length / 2,
      recordsFiltered: keys.length,
      recordsRejected: 0,
      failures: [],
      problems: [],
    });
    expect(proxy.fetched().toSorted()).toEqual(keys.toSorted());
    const files = await storedFiles();
    expect(files.map(({ key }) => key)).toEqual(keys.toSorted());
    expect(files.filter(({ state, recordsRead }) => state !== "ingested" || recordsRead !== 3)).toEqual([]);
    expect(await storedEvents()).toHaveLength(eventCount);
    await expectSoundDatabase();
  });

  it("is left alone by a second pass over everything: not one GetObject", async () => {
    const before = await storedEvents();
    proxy.requests.length = 0;
    expect(await syncOnce([url], { asked: { isFull: true } })).toMatchObject({
      state: "complete",
      filesListed: keys.length,
      filesUnchanged: keys.length,
      filesIngested: 0,
      recordsRead: 0,
      eventsInserted: 0,
      bytesCompressed: 0,
    });
    expect(proxy.fetched()).toEqual([]);
    expect(await storedEvents()).toEqual(before);
    await expectSoundDatabase();
  });

  it("is only looked at where something may be new by an ordinary pass", async () => {
    proxy.requests.length = 0;
    const summary = await syncOnce([url]);
    const inWindow = keys.filter((key) => key.includes(`/${today}/`)).length;
    expect(summary).toMatchObject({
      state: "complete",
      filesListed: inWindow,
      filesUnchanged: inWindow,
      eventsInserted: 0,
    });
    expect(proxy.fetched()).toEqual([]);
    // Six regions' folders of four days, and the levels above them.
    expect(proxy.requests.length).toBeLessThan(45);
  });

  it("brings late files, whatever their names sort before", async () => {
    const [account, region] = ["444455556666", "eu-west-1"];
    const late = [9_001, 9_002, 9_003].map((seed) => keyOf(account, region, today, seed));
    const first = `${ROOT}${account}/CloudTrail/${region}/${today}/${account}_CloudTrail_${region}_0000Z_0000000000000000.json.gz`;
    const newRegion = keyOf("111122223333", "ap-northeast-1", today, 9_004);
    const newAccount = keyOf("222233334444", "us-east-1", today, 9_005);
    const added = [...late, first, newRegion, newAccount];
    await bucket.put(added.map((key, index) => [key, body(100_000 + index * 2)]));
    proxy.requests.length = 0;
    expect(await syncOnce([url])).toMatchObject({ filesIngested: added.length, eventsInserted: added.length * 2 });
    expect(proxy.fetched().toSorted()).toEqual(added.toSorted());
    await expectSoundDatabase();
  });
});

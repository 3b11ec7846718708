import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import { askAs, s3Server } from "#lib/s3/testing/s3-server.ts";
import { testBucket, type TestBucket } from "#lib/s3/testing/test-bucket.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { lastRun, storedEvents, storedFiles } from "./testing/stored.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";

// What a bucket refuses is said with the permission that is missing, and nothing else suffers from it.

const A = "111122223333";
const B = "444455556666";
const GET = { effect: "Allow", action: "s3:GetObject", keys: "*" } as const;
const LIST = { effect: "Allow", action: "s3:ListBucket" } as const;
const { endpoint, keysOf } = s3Server();

/** A bucket with two accounts' files, which `reader` may read unless told otherwise. */
async function trailBucket(prefix = ""): Promise<TestBucket> {
  const bucket = await testBucket();
  const keys = [A, B].flatMap((account) => ["x", "y"].map((name) => `${prefix}${logKey(name, "2024/05/01", account)}`));
  await bucket.put(keys.map((key) => [key, gzipSync(logText([testRecord(`${bucket.name} ${key}`)]))]));
  await bucket.grant([LIST, GET]);
  return bucket;
}
const urlOf = (bucket: TestBucket, prefix = "") => `s3://${bucket.name}${prefix}`;

beforeEach(async () => {
  await emptyDatabase();
  await askAs("reader", endpoint);
});
afterAll(closeS3Client);

describe("credentials that S3 doesn't accept", () => {
  it.each([
    ["InvalidAccessKeyId", { accessKeyId: "AKIANOBODY", secretAccessKey: "x" }],
    ["SignatureDoesNotMatch", { accessKeyId: keysOf("reader").accessKeyId, secretAccessKey: "not-the-secret" }],
  ])("fail the run with a sentence: %s", async (code, keys) => {
    const bucket = await trailBucket();
    await askAs(keys, endpoint);
    const summary = await syncOnce([urlOf(bucket)]);
    expect(summary).toMatchObject({ state: "failed", filesListed: 0, eventsInserted: 0 });
    expect(summary.problems).toEqual([
      { url: urlOf(bucket), isError: true, sentence: expect.stringMatching(`AWS credentials.*${code}`) },
    ]);
    expect(await lastRun()).toEqual({
      state: "failed",
      error: expect.stringContaining(code),
      trails: { [urlOf(bucket)]: "failed" },
    });
    expect(await storedFiles()).toEqual([]);
  });
});

describe("a trail that can't be listed", () => {
  it("is named when its bucket isn't there; other trails go on", async () => {
    const bucket = await trailBucket();
    const missing = "s3://no-such-bucket-anywhere/logs";
    const summary = await syncOnce([missing, urlOf(bucket)]);
    expect(summary).toMatchObject({ state: "partial", filesListed: 4, filesIngested: 4, eventsInserted: 4 });
    expect(summary.problems).toEqual([
      { url: missing, isError: true, sentence: expect.stringMatching(/bucket no-such-bucket-anywhere doesn't exist/) },
    ]);
    expect(await lastRun()).toMatchObject({
      state: "partial",
      trails: { [missing]: "failed", [urlOf(bucket)]: "complete" },
    });
  });

  it("names the permission and the bucket; other trails go on", async () => {
    const [denied, open] = [await trailBucket(), await trailBucket()];
    await denied.grant([GET]);
    const summary = await syncOnce([urlOf(denied), urlOf(open)]);
    expect(summary).toMatchObject({ state: "partial", filesIngested: 4 });
    expect(summary.problems).toEqual([
      {
        url: urlOf(denied),
        isError: true,
        sentence: expect.stringContaining(`s3:ListBucket on arn:aws:s3:::${denied.name}`),
      },
    ]);
    expect(await lastRun()).toMatchObject({
      error: expect.stringContaining("s3:ListBucket"),
      trails: { [urlOf(denied)]: "failed", [urlOf(open)]: "complete" },
    });
    await expectSoundDatabase();
  });

  it("names the prefix when only that one is closed", async () => {
    const bucket = await trailBucket("team/");
    await bucket.grant([{ ...LIST, prefix: "other/*" }, GET]);
    const summary = await syncOnce([urlOf(bucket, "/team")]);
    expect(summary.state).toBe("failed");
    expect(summary.problems[0]?.sentence).toContain(
      `s3:ListBucket on arn:aws:s3:::${bucket.name} (with the prefix team/)`,
    );
    await bucket.grant([{ ...LIST, prefix: "team/*" }, GET]);
    expect(await syncOnce([urlOf(bucket, "/team")])).toMatchObject({ state: "complete", filesIngested: 4 });
  });

  it("loses nothing when one account's folder is closed: no file expires, no pass counts as complete", async () => {
    const bucket = await trailBucket();
    await syncOnce([urlOf(bucket)]);
    await bucket.grant([LIST, GET, { effect: "Deny", action: "s3:ListBucket", prefix: `AWSLogs/${B}/*` }]);
    await bucket.put([[logKey("z"), gzipSync(logText([testRecord("new")]))]]);
    const summary = await syncOnce([urlOf(bucket)], { asked: { isFull: true } });
    expect(summary.state).toBe("failed");
    expect(summary.problems[0]?.sentence).toContain(`(with the prefix AWSLogs/${B}/`);
    expect((await storedFiles()).filter(({ state }) => state === "expired")).toEqual([]);
    expect((await storedEvents()).length).toBeGreaterThanOrEqual(4);

    await bucket.grant([LIST, GET]);
    await syncOnce([urlOf(bucket)], { asked: { isFull: true } });
    expect(await storedEvents()).toHaveLength(5);
    expect((await storedFiles()).every(({ state }) => state === "ingested")).toBe(true);
    await expectSoundDatabase();
  });
});

describe("files that can't be read", () => {
  it("are reported with the permission; their neighbours are in, and the next pass reads them when it may", async () => {
    const bucket = await trailBucket("team/");
    await bucket.grant([LIST, GET, { effect: "Deny", action: "s3:GetObject", keys: `team/AWSLogs/${B}/*` }]);
    const summary = await syncOnce([urlOf(bucket, "/team")]);
    expect(summary).toMatchObject({
      state: "partial",
      filesListed: 4,
      filesIngested: 2,
      filesFailed: 2,
      eventsInserted: 2,
    });
    expect(summary.failures).toHaveLength(2);
    for (const { key, reason } of summary.failures) {
      expect(key).toContain(B);
      expect(reason).toContain(`grant s3:GetObject on arn:aws:s3:::${bucket.name}/team/*`);
    }
    for (const file of await storedFiles()) {
      expect(file).toMatchObject(file.key.includes(B) ? { state: "pending", recordsRead: 0 } : { state: "ingested" });
    }
    expect(await syncOnce([urlOf(bucket, "/team")])).toMatchObject({
      state: "partial",
      filesFailed: 2,
      filesIngested: 0,
    });

    await bucket.grant([LIST, GET]);
    expect(await syncOnce([urlOf(bucket, "/team")])).toMatchObject({
      state: "complete",
      filesFailed: 0,
      filesIngested: 2,
    });
    expect(await storedEvents()).toHaveLength(4);
    await expectSoundDatabase();
  });

  it("each fail alone, however many: what lies behind them is in", async () => {
    const [denied, open] = [await trailBucket(), await trailBucket()];
    const more = Array.from({ length: 200 }, (_, index) => logKey(`more-${index}`));
    await denied.put(more.map((key) => [key, gzipSync(logText([testRecord(key)]))]));
    await denied.grant([LIST, GET, { effect: "Deny", action: "s3:GetObject", keys: `AWSLogs/${A}/*` }]);
    const summary = await syncOnce([urlOf(denied), urlOf(open)]);
    expect(summary).toMatchObject({ state: "partial", filesIngested: 6, filesFailed: 202, problems: [] });
    expect(summary.failures[0]?.reason).toContain(`s3:GetObject on arn:aws:s3:::${denied.name}/*`);
    await denied.grant([LIST, GET]);
    expect(await syncOnce([urlOf(denied), urlOf(open)])).toMatchObject({ state: "complete", filesFailed: 0 });
    expect(await storedEvents()).toHaveLength(208);
    await expectSoundDatabase();
  });
});

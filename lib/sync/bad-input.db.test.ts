import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();
beforeEach(async () => {
  await trail.putLog(logKey("a-neighbour"), [testRecord("before")]);
  await trail.putLog(logKey("z-neighbour"), [testRecord("after")]);
});

const ledger = async (key: string) => {
  const { rows } = await pool().query(
    `SELECT state, reason, records_read, events_inserted, records_duplicate, records_filtered, records_rejected, sha256
     FROM log_file WHERE key = $1`,
    [key],
  );
  return rows[0];
};
const eventCount = async () => (await pool().query("SELECT FROM event")).rowCount;

const KEY = logKey("m-bad");
const good = JSON.stringify(testRecord("good"));

describe("a file that is bad as a whole", () => {
  const packed = gzipSync(logText([testRecord("x")]));
  it.each([
    ["a truncated gzip", packed.subarray(0, -12), /truncated: its gzip data breaks off after \d+ bytes/],
    ["a gzip cut in its header", packed.subarray(0, 6), /truncated/],
    ["a damaged gzip", Buffer.concat([packed.subarray(0, -6), Buffer.from([9, 9]), packed.subarray(-4)]), /damaged/],
    ["bytes after the gzip data", Buffer.concat([packed, Buffer.from("and more")]), /followed by/],
    ["zeros after the gzip data", Buffer.concat([packed, Buffer.alloc(9)]), /followed by 9 bytes/],
    ["broken JSON", gzipSync(`{"Records":[${good},{"a":}]}`), /not JSON: record 2 is malformed/],
    ["broken JSON between records", gzipSync(`{"Records":[${good};${good}]}`), /not a log file's JSON/],
    [
      "JSON that breaks off",
      gzipSync(`{"Records":[${good},{"eventSou`),
      /truncated: it ends after .* in the middle of a record/,
    ],
    ["something after the JSON", gzipSync(`{"Records":[${good}]}{}`), /the file goes on/],
    ["no Records", gzipSync(`{"Events":[${good}]}`), /no Records/],
    ["Records that are no array", gzipSync(`{"Records":${good}}`), /Records is not an array/],
    ["an array", gzipSync(`[${good}]`), /an opening brace is due/],
    ["text", Buffer.from("hello"), /not a log file's JSON/],
    ["zero bytes", Buffer.alloc(0), /empty \(0 bytes\)/],
    ["gzip of nothing", gzipSync(""), /empty \(0 bytes\)/],
    [
      "an S3 event notification",
      gzipSync(
        logText([
          {
            eventVersion: "2.1",
            eventSource: "aws:s3",
            eventTime: "2024-05-01T10:00:00.000Z",
            eventName: "ObjectCreated:Put",
            s3: { bucket: { name: "b" } },
          },
        ]),
      ),
      /S3 event notification/,
    ],
    [
      "a digest",
      gzipSync(JSON.stringify({ awsAccountId: "1", digestStartTime: "x", digestS3Object: "y", logFiles: [] })),
      /digest/,
    ],
    [
      "Insights",
      gzipSync(
        logText([
          {
            eventVersion: "1.07",
            eventType: "AwsCloudTrailInsight",
            eventTime: "2024-05-01T10:00:00Z",
            insightDetails: {},
          },
        ]),
      ),
      /Insights/,
    ],
  ])("%s fails alone, with its reason and no counts", async (_, content, reason) => {
    await trail.put(KEY, content);
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({
      state: "partial",
      filesListed: 3,
      filesIngested: 2,
      filesFailed: 1,
      eventsInserted: 2,
      recordsRead: 2,
    });
    expect(summary.failures).toEqual([{ key: KEY, reason: expect.stringMatching(reason) }]);
    expect(await ledger(KEY)).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(reason),
      records_read: 0,
      events_inserted: 0,
    });
    expect(await eventCount()).toBe(2);

    const again = await syncOnce([trail.url]);
    expect(again).toMatchObject({ filesUnchanged: 2, filesFailed: 1, bytesCompressed: 0, failures: summary.failures });

    await trail.putLog(KEY, [testRecord("mended")]);
    expect(await syncOnce([trail.url])).toMatchObject({
      state: "complete",
      filesIngested: 1,
      eventsInserted: 1,
      filesUnchanged: 2,
    });
    expect(await ledger(KEY)).toMatchObject({ state: "ingested", reason: null });
  });

  it("keeps the hash of what could be unpacked", async () => {
    const text = `{"Events":[]}`;
    await trail.put(KEY, gzipSync(text));
    await syncOnce([trail.url]);
    const hash = execFileSync("sha256sum", { input: text }).toString().slice(0, 64);
    expect((await ledger(KEY)).sha256).toBe(hash);
  });
});

describe("what is no log file by its path", () => {
  it.each([
    ["AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2024/05/01/111122223333_CloudTrail-Digest_x.json.gz", /digest/],
    ["AWSLogs/111122223333/CloudTrail-Insight/us-east-1/2024/05/01/x.json.gz", /Insights/],
    ["AWSLogs/CloudTrail-Insight/x.json.gz", /Insights/],
    ["notes/readme.txt", /not that of a log file/],
    ["AWSLogs/111122223333/CloudTrail/us-east-1/2024/05/x.json.gz", /not that of a log file/],
  ])("%s is skipped unread", async (key, reason) => {
    await trail.putLog(key, [testRecord("hidden")]);
    expect(await syncOnce([trail.url])).toMatchObject({
      state: "complete",
      filesListed: 3,
      filesSkipped: 1,
      filesFailed: 0,
      eventsInserted: 2,
    });
    expect(await ledger(key)).toMatchObject({ state: "skipped", reason: expect.stringMatching(reason), sha256: null });
  });

  it("symbolic links are not followed, wherever they lead", async () => {
    const outside = await mkdtemp(path.join(tmpdir(), "outside-"));
    await writeFile(path.join(outside, "secret.json"), logText([testRecord("secret")]));
    const day = path.join(trail.root, path.dirname(KEY));
    await mkdir(day, { recursive: true });
    await symlink(path.join(outside, "secret.json"), path.join(day, "link.json"));
    await symlink(outside, path.join(trail.root, "AWSLogs", "linked"));
    await symlink(logKey("a-neighbour").split("/").at(-1)!, path.join(day, "inside.json"));
    await symlink("/nowhere", path.join(day, "dangling.json"));
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({ state: "complete", filesListed: 6, filesSkipped: 4, eventsInserted: 2 });
    expect(await ledger("AWSLogs/linked")).toMatchObject({
      state: "skipped",
      reason: expect.stringContaining("symbolic link"),
    });
    await rm(outside, { recursive: true });
  });

  it("names that are no text, pipes and odd names", async () => {
    const day = path.join(trail.root, path.dirname(KEY));
    await writeFile(Buffer.concat([Buffer.from(`${day}/`), Buffer.from([0x66, 0xff, 0x2e])]), "x");
    execFileSync("mkfifo", [path.join(day, "pipe")]);
    const odd = `${path.dirname(KEY)}/'; DROP TABLE event; -- \n\t\\x01\u0007"$1%.json`;
    await trail.putLog(odd, [testRecord("odd")]);
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({ filesListed: 5, filesSkipped: 2, filesIngested: 3, eventsInserted: 3 });
    expect(await ledger(odd)).toMatchObject({ state: "ingested" });
    expect(await ledger(`${path.dirname(KEY)}/f\\xff.`)).toMatchObject({ reason: expect.stringContaining("UTF-8") });
  });
});

describe("a record that is bad", () => {
  it.each([
    ["no object", "42", /not a JSON object/],
    ["null", "null", /not a JSON object/],
    ["an array", `["a"]`, /not a JSON object/],
    ["no time", JSON.stringify(testRecord("t", { eventTime: undefined })), /no eventTime/],
    ["a wrong time", JSON.stringify(testRecord("t", { eventTime: "2024-02-31T00:00:00Z" })), /not a time/],
    [
      "a nesting without end",
      JSON.stringify(testRecord("t", { requestParameters: "@" })).replace(
        '"@"',
        "[".repeat(20_000) + "]".repeat(20_000),
      ),
      /nested deeper/,
    ],
  ])("%s is rejected alone", async (_, record, reason) => {
    await trail.put(KEY, gzipSync(logText([testRecord("1"), record, testRecord("2")])));
    expect(await syncOnce([trail.url])).toMatchObject({
      state: "complete",
      recordsRead: 5,
      eventsInserted: 4,
      recordsRejected: 1,
    });
    const { rows } = await pool().query(
      "SELECT position, r.reason, bytes, f.key FROM rejected_record r JOIN log_file f ON f.id = log_file_id",
    );
    expect(rows).toEqual([
      { position: 1, reason: expect.stringMatching(reason), bytes: Buffer.from(record), key: KEY },
    ]);
  });

  it("invalid UTF-8 is rejected with its bytes", async () => {
    const bytes = Buffer.concat([
      Buffer.from(good.slice(0, -1)),
      Buffer.from(',"x":"'),
      Buffer.from([0xff, 0xc0]),
      Buffer.from('"}'),
    ]);
    await trail.put(
      KEY,
      Buffer.concat([Buffer.from('{"Records":['), bytes, Buffer.from(`,${JSON.stringify(testRecord("1"))}]}`)]),
    );
    expect(await syncOnce([trail.url])).toMatchObject({ recordsRejected: 1, eventsInserted: 3 });
    const { rows } = await pool().query("SELECT bytes, reason FROM rejected_record");
    expect(rows).toEqual([{ bytes, reason: expect.stringContaining("UTF-8") }]);
  });
});

describe("a record that is odd", () => {
  it.each([
    ["userIdentity null", { userIdentity: null }],
    ["userIdentity without type", { userIdentity: { accountId: "111122223333", invokedBy: "codestar.amazonaws.com" } }],
    ["userIdentity a string", { userIdentity: "HIDDEN_DUE_TO_SECURITY_REASONS" }],
    ["requestParameters null", { requestParameters: null }],
    ["requestParameters a string", { requestParameters: "HIDDEN_DUE_TO_SECURITY_REASONS" }],
    ["requestParameters omitted", { requestParameters: undefined }],
    ["an id that is no UUID", { eventID: "93c82b07-EXAMPLE" }],
    ["an id too long for an index", { eventID: "x".repeat(5_000) }],
    ["no id", { eventID: undefined, eventVersion: "1.0" }],
    [
      "NUL and lone surrogates",
      { userAgent: "a\u0000b\ud800c\udfff", errorMessage: "\u0000", eventID: "\u0000\ud800" },
    ],
    ["200 KB", { additionalEventData: { text: "é\\\t\n".repeat(50_000) } }],
    ["an unknown action", { eventName: "OpenWormhole" }],
    [
      "names too long for an index",
      {
        eventName: "X".repeat(9_000),
        eventSource: "codestar.amazonaws.com",
        userIdentity: { type: "T".repeat(9_000), arn: `arn:${"ü".repeat(9_000)}` },
        requestParameters: { id: "p".repeat(9_000) },
      },
    ],
    ["the first and last of times", { eventTime: "0001-01-01T00:00:00Z" }],
    [
      "fields of every wrong type",
      {
        eventSource: "codestar.amazonaws.com",
        eventName: 7,
        awsRegion: [],
        sourceIPAddress: {},
        userAgent: 1,
        errorCode: {},
        resources: "x",
        readOnly: "maybe",
        recipientAccountId: null,
        eventVersion: 1.08,
      },
    ],
  ])("%s is kept byte for byte", async (_, fields) => {
    const record = JSON.stringify(testRecord("odd", fields), null, 1).replaceAll("\n", "\r\n");
    await trail.put(KEY, gzipSync(logText([testRecord("1"), record, testRecord("2")])));
    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", eventsInserted: 5, recordsRejected: 0 });
    const { rows } = await pool().query(
      "SELECT record::text AS record FROM event_record JOIN event USING (event_id) WHERE position = 1",
    );
    expect(rows).toEqual([{ record }]);
  });
});

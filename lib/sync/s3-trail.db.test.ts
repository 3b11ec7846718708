import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { buildApp } from "fauxqs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";
import { rollUpAnew } from "./testing/roll-up.ts";

// A light server for the protocol's basics; what it gets wrong (order, credentials) is tested on a faithful one.
const requests: string[] = [];
let server: ReturnType<typeof buildApp>;
let client: S3Client;
let bucket = "";
let buckets = 0;
let restored = "";

beforeAll(async () => {
  server = buildApp({ logger: false });
  server.addHook("onRequest", (request: { method: string; url: string }, _reply: unknown, done: () => void) => {
    requests.push(`${request.method} ${request.url}`);
    done();
  });
  // It knows no storage classes: its lists are rewritten for keys that say so.
  server.addHook(
    "onSend",
    (_request: unknown, _reply: unknown, payload: unknown, done: (error: null, payload: unknown) => void) => {
      const isList = typeof payload === "string" && payload.includes("<ListBucketResult");
      done(
        null,
        isList
          ? payload.replace(
              /(<Key>[^<]*_ARCHIVED(?:(?!<\/Contents>).)*<StorageClass>)STANDARD(<\/StorageClass>)/gs,
              `$1GLACIER$2${restored}`,
            )
          : payload,
      );
    },
  );
  await server.listen({ host: "127.0.0.1", port: 0 });
  const endpoint = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
    S3_FORCE_PATH_STYLE: "1",
  });
  client = new S3Client({ forcePathStyle: true });
});
afterAll(async () => {
  await closeS3Client();
  client.destroy();
  await server.close();
});
beforeEach(async () => {
  await emptyDatabase();
  bucket = `trail-${++buckets}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
});
afterEach(() => expectSoundDatabase());

const put = (key: string, body: Buffer | string) =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
const putLog = (key: string, ...names: string[]) => put(key, gzipSync(logText(names.map((name) => testRecord(name)))));
/** The requests that a piece of work sends. */
async function requestsOf<T>(work: () => Promise<T>): Promise<[T, { gets: string[]; lists: string[] }]> {
  requests.length = 0;
  const result = await work();
  const gets = requests.filter((line) => line.startsWith("GET ") && !line.includes("list-type=2"));
  return [result, { gets, lists: requests.filter((line) => line.includes("list-type=2")) }];
}
const today = () => new Date().toISOString().slice(0, 10).replaceAll("-", "/");

describe("a bucket", () => {
  it("is read through all its layouts, and a second pass fetches and inserts nothing", async () => {
    await putLog(logKey("A"), "1");
    await putLog(`o-ab12/${logKey("B")}`, "2");
    await putLog(logKey("C").replace("AWSLogs/", "AWSLogs/o-ab12/"), "3");
    await putLog(`team one/+%/${logKey("D")}`, "4", "1");
    await put("AWSLogs/111122223333/", "");
    await put("AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2024/05/01/X.json.gz", "x");
    const [first, sent] = await requestsOf(() => syncOnce([`s3://${bucket}`]));
    expect(first).toMatchObject({
      state: "complete",
      filesListed: 6,
      filesIngested: 4,
      filesSkipped: 2,
      eventsInserted: 4,
      recordsDuplicate: 1,
    });
    expect(sent.gets).toHaveLength(4);
    const [second, again] = await requestsOf(() => syncOnce([`s3://${bucket}`], { asked: { isFull: true } }));
    expect(second).toMatchObject({ filesListed: 6, filesUnchanged: 4, filesSkipped: 2, recordsRead: 0 });
    expect(again.gets).toEqual([]);
  });

  it.each(["p", "p/", "/p", "//p//", "p/AWSLogs", "p/AWSLogs/111122223333/CloudTrail/us-east-1"])(
    "takes the prefix %s",
    async (prefix) => {
      await putLog(`p/${logKey("A")}`, "1");
      await putLog(logKey("B"), "2");
      expect(await syncOnce([`s3://${bucket}/${prefix}`])).toMatchObject({
        state: "complete",
        filesListed: 1,
        eventsInserted: 1,
        problems: [],
      });
    },
  );

  it("is looked through by day folders after the first pass, and new accounts and regions are found", async () => {
    for (let day = 1; day <= 20; day++)
      await putLog(logKey(`D${day}`, `2023/01/${String(day).padStart(2, "0")}`), `old ${day}`);
    await putLog(logKey("A", today()), "1");
    await syncOnce([`s3://${bucket}`]);
    await putLog(logKey("B", today()), "2");
    await putLog(logKey("C", today(), "444455556666"), "3");
    await putLog(logKey("D", today(), "111122223333", "eu-west-1"), "4");
    await putLog(logKey("E", "2023/01/05"), "late for a week");
    const [pass, sent] = await requestsOf(() => syncOnce([`s3://${bucket}`]));
    expect(pass).toMatchObject({ filesListed: 4, filesUnchanged: 1, filesIngested: 3, eventsInserted: 3 });
    expect(sent.gets).toHaveLength(3);
    expect(sent.lists.length).toBeLessThanOrEqual(6 + 3 * 4);
    expect(await syncOnce([`s3://${bucket}`], { asked: { isFull: true } })).toMatchObject({
      filesIngested: 1,
      filesUnchanged: 24,
    });
  });

  it("says again what failed, and tries again what couldn't be fetched, outside the days that it lists", async () => {
    await putLog(logKey("A", "2023/01/01"), "1");
    await put(logKey("B", "2023/01/01"), "bad");
    await putLog(logKey("C", "2023/01/01"), "2");
    await syncOnce([`s3://${bucket}`]);
    await pool().query(
      "UPDATE log_file SET state = 'pending', reason = 'a cut cable', records_read = 0, events_inserted = 0, rules_fingerprint = NULL WHERE key LIKE '%_A.%'",
    );
    await pool().query(
      "DELETE FROM event_record; DELETE FROM event; UPDATE log_file SET events_inserted = 0, records_read = 0",
    );
    await rollUpAnew();
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: logKey("C", "2023/01/01") }));
    await pool().query("UPDATE log_file SET is_due = true WHERE key LIKE '%_C.%'");
    expect(await syncOnce([`s3://${bucket}`])).toMatchObject({
      state: "partial",
      filesListed: 2,
      filesIngested: 1,
      filesFailed: 1,
      eventsInserted: 1,
    });
    const { rows } = await pool().query("SELECT state FROM log_file ORDER BY key");
    expect(rows.map((row) => row.state)).toEqual(["ingested", "failed", "expired"]);
  });

  it("leaves archived files alone, says how to restore them, and reads them once they are restored", async () => {
    await putLog(logKey("A"), "1");
    const key = logKey("ARCHIVED");
    await putLog(key, "2");
    const [pass, sent] = await requestsOf(() => syncOnce([`s3://${bucket}`]));
    expect(pass).toMatchObject({ state: "complete", filesIngested: 1, filesSkipped: 1 });
    expect(sent.gets).toHaveLength(1);
    const { rows } = await pool().query("SELECT state, reason FROM log_file WHERE key = $1", [key]);
    const command = `aws s3api restore-object --bucket ${bucket} --key '${key}' --restore-request Days=7`;
    expect(rows).toEqual([{ state: "archived", reason: `Archived in GLACIER; restore it with: ${command}` }]);

    const status = (isOn: boolean, until: string) =>
      `<RestoreStatus><IsRestoreInProgress>${isOn}</IsRestoreInProgress>${until}</RestoreStatus>`;
    restored = status(true, "");
    expect(await syncOnce([`s3://${bucket}`], { asked: { isFull: true } })).toMatchObject({
      filesSkipped: 1,
      filesUnchanged: 1,
    });
    restored = status(false, "<RestoreExpiryDate>2030-01-01T00:00:00.000Z</RestoreExpiryDate>");
    expect(await syncOnce([`s3://${bucket}`], { asked: { isFull: true } })).toMatchObject({
      filesIngested: 1,
      eventsInserted: 1,
    });
    restored = "";
    expect(await syncOnce([`s3://${bucket}`], { asked: { isFull: true } })).toMatchObject({
      filesUnchanged: 2,
      filesSkipped: 0,
    });
  });

  it("that doesn't exist, or has nothing there, is a sentence", async () => {
    expect(await syncOnce(["s3://no-such-bucket"])).toMatchObject({
      state: "failed",
      problems: [{ isError: true, sentence: "The bucket no-such-bucket doesn't exist; check TRAIL_URLS." }],
    });
    await putLog(logKey("A"), "1");
    expect(await syncOnce([`s3://${bucket}/wrong`])).toMatchObject({
      state: "complete",
      problems: [
        { isError: false, sentence: `Nothing lies under s3://${bucket}/wrong; check the prefix in TRAIL_URLS.` },
      ],
    });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { listenToQueue } from "./listen-to-queue.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import {
  cloudTrailMessage,
  eventBridgeMessage,
  queueServer,
  s3Message,
  type TestQueue,
} from "./testing/queue-server.ts";
import { until } from "./testing/run-script.ts";
import { storedFiles } from "./testing/stored.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { tryPassLock } from "./pass-lock.ts";

// What comes back comes back after three seconds here, not after a minute.
vi.mock("#lib/sqs/limits.ts", async (original) => ({ ...(await original<object>()), HIDDEN_SECONDS: 3 }));

let server: Awaited<ReturnType<typeof queueServer>>;
let bucket: Awaited<ReturnType<typeof server.bucket>>;
let queue: TestQueue;
let lines: string[];
let stop: AbortController;
let listening: Promise<void>[];

beforeAll(async () => {
  server = await queueServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await emptyDatabase();
  bucket = await server.bucket();
  queue = await server.queue();
  lines = [];
  stop = new AbortController();
  listening = [];
});
afterEach(async () => {
  stop.abort();
  await Promise.all(listening);
  await expectSoundDatabase();
});

function listen(options: { trailUrls?: string[]; queueUrl?: string; afterPass?: () => Promise<void> } = {}): void {
  const { trailUrls = [`s3://${bucket.name}`], queueUrl = queue.url, afterPass = async () => {} } = options;
  const settings = { trailUrls, eventSources: "" };
  const log = (line: string) => void lines.push(line);
  listening.push(listenToQueue({ queueUrl, settings, signal: stop.signal, log, afterPass }));
}
/** The lock of passes, once whoever had it before has let go. */
const heldLock = async () => {
  let lock: Awaited<ReturnType<typeof tryPassLock>> = null;
  await until(async () => (lock = await tryPassLock()) !== null, "no pass is on");
  return lock as Awaited<ReturnType<typeof tryPassLock>>;
};
const isEmpty = () => until(async () => (await queue.count()) === 0, "the queue is empty");
const handled = (count: number) =>
  until(async () => (await noted())?.messages_handled === count, `${count} messages are recorded as handled`);
const noted = async () => (await pool().query("SELECT * FROM message_queue")).rows[0];
const runs = async () =>
  (
    await pool().query(
      `SELECT cause, r.state, files_listed AS listed, files_ingested AS ingested, files_unchanged AS unchanged, events_inserted AS events
       FROM sync_run r LEFT JOIN sync_run_trail t ON t.sync_run_id = r.id ORDER BY r.id`,
    )
  ).rows;
const files = async () => (await storedFiles()).map(({ key, state }) => `${key.slice(-9, -8)} ${state}`);
const gets = () => server.requests.filter((line) => line.startsWith("GET ") && !line.includes("list-type=2"));

describe("a queue", () => {
  it("brings a file within one poll, by whatever way the message comes", async () => {
    listen();
    const ways: [string, (key: string) => Promise<void>][] = [
      ["a", (key) => queue.publish(cloudTrailMessage(bucket.name, key))],
      ["b", (key) => queue.publishRaw(cloudTrailMessage(bucket.name, key))],
      ["c", (key) => queue.send(s3Message(bucket.name, key))],
      ["d", (key) => queue.publish(s3Message(bucket.name, key))],
      ["e", (key) => queue.send(eventBridgeMessage(bucket.name, key))],
    ];
    for (const [name, tell] of ways) {
      const key = `folder of ü+%2B/${logKey(name)}`;
      await bucket.putLog(key, [testRecord(name)]);
      const toldAt = Date.now();
      await tell(key);
      await until(async () => (await files()).includes(`${name} ingested`), `${name} is in`);
      expect(Date.now() - toldAt).toBeLessThan(8_000);
    }
    await handled(5);
    expect(await queue.count()).toBe(0);
    expect(await runs()).toEqual([
      { cause: "queue", state: "complete", listed: 5, ingested: 5, unchanged: 0, events: 5 },
    ]);
    expect(await noted()).toMatchObject({
      messages_handled: 5,
      messages_ignored: 0,
      messages_unreadable: 0,
      error: null,
    });
    expect((await noted()).last_message_at).toBeInstanceOf(Date);
  });

  it("may tell of a file twice, late and in any order", async () => {
    const keys = ["a", "b", "c", "d"].map((name) => logKey(name));
    for (const key of keys) await bucket.putLog(key, [testRecord(key), testRecord("shared")]);
    for (const key of [...keys.toReversed(), ...keys]) await queue.send(s3Message(bucket.name, key));
    await queue.send(cloudTrailMessage(bucket.name, ...keys, ...keys));
    server.requests.length = 0;
    listen();
    await isEmpty();
    await queue.send(cloudTrailMessage(bucket.name, ...keys));
    await isEmpty();
    expect(await files()).toEqual(["a ingested", "b ingested", "c ingested", "d ingested"]);
    expect(gets()).toHaveLength(4);
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(5);
    const [run] = await runs();
    expect(run).toMatchObject({ ingested: 4, events: 5 });
    expect(run.listed).toBe(run.ingested + run.unchanged);
    expect((await pool().query("SELECT FROM ingest_commit WHERE sync_run_id = 1")).rowCount).toBeGreaterThan(0);
  });

  it("tells of a file that has been replaced, in a run that goes on", async () => {
    listen();
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    await isEmpty();
    await bucket.putLog(logKey("a"), [testRecord("1"), testRecord("2")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    await isEmpty();
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(2);
    expect(await runs()).toMatchObject([{ cause: "queue", listed: 2, ingested: 2 }]);
  });

  it("names nothing of ours: another bucket, another folder, no log file, a test; it is deleted and never asked for", async () => {
    const other = await server.bucket();
    await other.putLog(logKey("a"), [testRecord("forged")]);
    await bucket.putLog(logKey("b"), [testRecord("outside")]);
    await bucket.putLog(`p/${logKey("c")}`.replace("/CloudTrail/", "/CloudTrail-Digest/"), [testRecord("digest")]);
    await bucket.putLog(`p/../${logKey("d")}`, [testRecord("dots")]);
    server.requests.length = 0;
    await queue.send(cloudTrailMessage(other.name, logKey("a")));
    await queue.publish(s3Message(bucket.name, logKey("b")));
    await queue.send(cloudTrailMessage(bucket.name, `p/${logKey("c")}`.replace("/CloudTrail/", "/CloudTrail-Digest/")));
    await queue.send(s3Message(bucket.name, `p/../${logKey("d")}`));
    await queue.send(cloudTrailMessage(bucket.name, "p/", "p/photos/cat.jpg"));
    await queue.publish("CloudTrail validation message.");
    await queue.publishRaw("CloudTrail validation message.");
    await queue.send(JSON.stringify({ Service: "Amazon S3", Event: "s3:TestEvent", Bucket: bucket.name }));
    await queue.send(s3Message(bucket.name, `p/${logKey("e")}`, "ObjectRemoved:Delete"));
    const SubscribeURL = `${queue.url.replace(/\/\d.*/, "")}/subscribe-me`;
    await queue.send(JSON.stringify({ Type: "SubscriptionConfirmation", Message: "You have chosen …", SubscribeURL }));
    listen({ trailUrls: [`s3://${bucket.name}/p`] });
    await isEmpty();
    expect(await storedFiles()).toEqual([]);
    expect(await runs()).toEqual([]);
    expect(server.requests.filter((line) => !line.startsWith("AmazonSQS") && line !== "POST /")).toEqual([]);
    await handled(10);
    expect(await noted()).toMatchObject({ messages_ignored: 10, messages_unreadable: 0 });
  });

  it("reads what is ours of a message that names more", async () => {
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await queue.send(cloudTrailMessage(bucket.name, "AWSLogs/x", logKey("a")));
    listen();
    await isEmpty();
    expect(await files()).toEqual(["a ingested"]);
  });

  it("keeps poison, which goes to the dead-letter queue and holds nobody up", async () => {
    queue = await server.queue(2);
    await queue.send("poison");
    await queue.send(JSON.stringify({ Records: [testRecord("a log file")] }));
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    listen();
    await until(async () => (await queue.count(queue.deadLetterUrl)) === 2, "both are in the dead-letter queue");
    expect(await queue.count()).toBe(0);
    expect(await files()).toEqual(["a ingested"]);
    await handled(1);
    expect(await noted()).toMatchObject({ messages_unreadable: 4 });
    expect(lines.filter((line) => line.includes("is left to the dead-letter queue"))).toHaveLength(2);
  });

  it("keeps the message of a file that isn't there yet, and reads it when it comes", async () => {
    await queue.send(s3Message(bucket.name, logKey("a")));
    await queue.send(s3Message(bucket.name, logKey("b")));
    await bucket.putLog(logKey("b"), [testRecord("2")]);
    listen();
    await until(async () => (await files()).includes("b ingested"), "the other is in");
    await until(async () => (await queue.count()) === 1, "one message is left");
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await isEmpty();
    expect(await files()).toEqual(["a ingested", "b ingested"]);
  });

  it("is done with a file that fails for good, which is in the ledger", async () => {
    await bucket.put(logKey("a"), "not gzip, not JSON");
    await queue.send(s3Message(bucket.name, logKey("a")));
    listen();
    await isEmpty();
    expect(await files()).toEqual(["a failed"]);
    expect(await runs()).toMatchObject([{ cause: "queue", state: "partial" }]);
  });

  it("waits for the pass that is on, and keeps its messages meanwhile", async () => {
    const lock = await heldLock();
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    listen();
    const asked = (what: string) => server.requests.filter((line) => line === `AmazonSQS.${what}`).length;
    server.requests.length = 0;
    // A second listener would get it as soon as it came back.
    listen();
    await until(() => asked("ChangeMessageVisibilityBatch") > 3, "kept");
    expect(await storedFiles()).toEqual([]);
    // Whoever keeps messages asks for no more of them.
    expect(asked("ReceiveMessage")).toBeLessThan(6);
    await lock?.release();
    await isEmpty();
    expect(await files()).toEqual(["a ingested"]);
    await handled(1);
  });

  it("isn't needed: a pass that lists finds what it never told, and its runs put no such pass off", async () => {
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await bucket.putLog(logKey("b"), [testRecord("2")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    listen();
    await isEmpty();
    const summary = await syncOnce([`s3://${bucket.name}`]);
    expect(summary).toMatchObject({ state: "complete", filesListed: 2, filesUnchanged: 1, filesIngested: 1 });
    await queue.send(s3Message(bucket.name, logKey("b")));
    await isEmpty();
    expect((await runs()).map(({ cause, listed, ingested }) => [cause, listed, ingested])).toEqual([
      ["queue", 1, 1],
      ["command", 2, 1],
      ["queue", 1, 0],
    ]);
  });

  it("gives back what it has when it is stopped", async () => {
    const lock = await heldLock();
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    listen();
    await until(() => server.requests.filter((line) => line === "AmazonSQS.ReceiveMessage").length >= 2, "received");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const stoppedAt = Date.now();
    stop.abort();
    await Promise.all(listening);
    expect(Date.now() - stoppedAt).toBeLessThan(2_000);
    expect(await queue.countShown()).toBe(1);
    await lock?.release();
  });

  it("that isn't there is a sentence, said once, and asked for seldom", async () => {
    server.requests.length = 0;
    listen({ queueUrl: `${queue.url}-none` });
    await until(async () => (await noted())?.error != null, "it is said");
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    const name = queue.url.split("/").at(-1);
    const sentence = `The queue ${name}-none doesn't exist; check QUEUE_URL (${queue.url}-none).`;
    expect(await noted()).toMatchObject({ error: sentence });
    expect(lines).toEqual([`Queue ${name}-none: ${sentence}`]);
    const asked = server.requests.filter((line) => line === "AmazonSQS.ReceiveMessage").length;
    expect(asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(6);
  });

  it("of a trail that can't be listed keeps its messages and says why", async () => {
    await queue.send(s3Message("no-such-bucket", logKey("a")));
    listen({ trailUrls: ["s3://no-such-bucket"] });
    await until(async () => (await noted())?.error != null, "it is said");
    expect(await noted()).toMatchObject({ error: "The bucket no-such-bucket doesn't exist; check TRAIL_URLS." });
    expect(await queue.count()).toBe(1);
    expect(await runs()).toMatchObject([{ cause: "queue", state: "failed" }]);
  });
});

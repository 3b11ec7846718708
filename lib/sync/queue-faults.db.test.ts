import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { closeSendingBoss } from "./boss.ts";
import { listenToQueue } from "./listen-to-queue.ts";
import { requestRun } from "./request-run.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { queueServer, s3Message, type TestQueue } from "./testing/queue-server.ts";
import { runScript, until, type RunningScript } from "./testing/run-script.ts";
import { storedFiles } from "./testing/stored.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";

// What comes back comes back after three seconds here, not after a minute.
vi.mock("#lib/sqs/limits.ts", async (original) => ({ ...(await original<object>()), HIDDEN_SECONDS: 3 }));

let server: Awaited<ReturnType<typeof queueServer>>;
let bucket: Awaited<ReturnType<typeof server.bucket>>;
let queue: TestQueue;
let proxy: { server: Server; breaks: "never" | "at a commit" | "always" };

beforeAll(async () => {
  proxy = await breakingProxy();
  server = await queueServer();
});
afterAll(async () => {
  await server.close();
  proxy.server.close();
});
beforeEach(async () => {
  proxy.breaks = "never";
  await emptyDatabase();
  bucket = await server.bucket();
  queue = await server.queue();
});
afterEach(() => expectSoundDatabase());

/** Postgres as the tests see it from here on; told to, it goes away in the middle of an ingest transaction, and stays away. */
async function breakingProxy(): Promise<typeof proxy> {
  const database = new URL(process.env.DATABASE_URL ?? "");
  const clients = new Set<Socket>();
  const found: typeof proxy = {
    breaks: "never",
    server: createServer((client) => {
      client.on("error", () => undefined);
      if (found.breaks === "always") return client.destroy();
      const upstream = connect(Number(database.port || 5432), database.hostname);
      upstream.on("error", () => client.destroy());
      upstream.on("close", () => client.destroy());
      client.on("close", () => upstream.destroy());
      client.on("close", () => clients.delete(client));
      clients.add(client);
      client.on("data", (chunk) => {
        if (found.breaks === "at a commit" && chunk.includes("INSERT INTO ingest_commit")) {
          found.breaks = "always";
          for (const each of clients) each.destroy();
        } else upstream.write(chunk);
      });
      upstream.on("data", (chunk) => void client.write(chunk));
    }),
  };
  await new Promise<void>((resolve) => found.server.listen(0, "127.0.0.1", resolve));
  const through = new URL(database);
  through.host = `127.0.0.1:${(found.server.address() as AddressInfo).port}`;
  process.env.DATABASE_URL = through.href;
  return found;
}

describe("a queue whose database goes away at the commit", () => {
  it("keeps the message, receives none meanwhile, and is done with it afterwards", async () => {
    const lines: string[] = [];
    const stop = new AbortController();
    const settings = { trailUrls: [`s3://${bucket.name}`], eventSources: "" };
    const listening = listenToQueue({
      queueUrl: queue.url,
      settings,
      signal: stop.signal,
      log: (line) => void lines.push(line),
      afterPass: async () => {},
    });
    proxy.breaks = "at a commit";
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    await queue.send(s3Message(bucket.name, logKey("a")));
    await until(() => proxy.breaks === "always", "the database is gone");
    await until(() => lines.length > 0, "it is said");
    server.requests.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await queue.count()).toBe(1);
    expect(server.requests).not.toContain("AmazonSQS.DeleteMessageBatch");
    expect(server.requests).not.toContain("AmazonSQS.ReceiveMessage");
    proxy.breaks = "never";
    await until(async () => (await queue.count()) === 0, "the message is done with");
    expect(await storedFiles()).toMatchObject([{ key: logKey("a"), state: "ingested", eventsInserted: 1 }]);
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(1);
    stop.abort();
    await listening;
    expect(lines.filter((line) => line.includes("1 files ingested"))).toHaveLength(1);
  });
});

describe("the worker with a queue", () => {
  let worker: RunningScript;
  beforeEach(() => {
    worker = runScript("scripts/worker.ts", [], {
      TRAIL_URLS: `s3://${bucket.name}`,
      EVENT_SOURCES: "",
      SYNC_INTERVAL_MINUTES: "60",
      QUEUE_URL: queue.url,
    });
  });
  afterEach(async () => {
    worker.process.kill("SIGTERM");
    await worker.ended;
    await pool().query("DROP SCHEMA IF EXISTS pgboss CASCADE");
    await closeSendingBoss();
  });
  const runs = async () =>
    (await pool().query("SELECT cause, state FROM sync_run ORDER BY id")).rows.map(
      ({ cause, state }) => `${cause} ${state}`,
    );

  it("reads what it tells of between two passes, and ends at once with SIGTERM in the middle of a poll", async () => {
    await pool().query("INSERT INTO message_queue (url) VALUES ('https://sqs.eu-west-1.amazonaws.com/1/former')");
    await until(async () => (await runs()).includes("start complete"), "the first pass is done");
    await bucket.putLog(logKey("a"), [testRecord("1")]);
    const toldAt = Date.now();
    await queue.publish(s3Message(bucket.name, logKey("a")));
    await until(async () => (await storedFiles()).some(({ state }) => state === "ingested"), "it is in");
    expect(Date.now() - toldAt).toBeLessThan(8_000);
    await until(async () => (await queue.count()) === 0, "the message is done with");
    expect(await runs()).toEqual(["start complete", "queue complete"]);
    const { rows } = await pool().query("SELECT url FROM message_queue");
    expect(rows).toEqual([{ url: queue.url }]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const stoppedAt = Date.now();
    worker.process.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(5_000);
  });

  it("lets a pass that is asked for have its turn while messages come all the time", async () => {
    await until(async () => (await runs()).includes("start complete"), "the first pass is done");
    const over = new AbortController();
    const busy = (async () => {
      for (let number = 0; !over.signal.aborted; number++) {
        await bucket.putLog(logKey(`${number}`), [testRecord(`${number}`)]);
        await queue.send(s3Message(bucket.name, logKey(`${number}`)));
      }
    })();
    await until(async () => (await runs()).length >= 2, "the queue is at work");
    const run = await requestRun("request");
    expect(run.isNew).toBe(true);
    const askedAt = Date.now();
    const isDone = async () => (await runs()).includes("request complete");
    await until(isDone, "the pass is done").finally(() => over.abort());
    expect(Date.now() - askedAt).toBeLessThan(15_000);
    await busy;
    await until(async () => (await queue.count()) === 0, "the messages are done with");
  });
});

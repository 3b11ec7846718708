import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { runScript } from "./testing/run-script.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const AWAY_MS = 1_500;
type Proxy = { server: Server; url: string };
/** What happens to what a connection says, and to what it is told. */
type Link = { up: (chunk: Buffer) => void; down: (chunk: Buffer) => void };

const trail = trailOfEachTest();
let proxy: Proxy | null = null;
afterEach(() => void proxy?.server.close());

/** Stands between a process and the database; a connection that gets no link is refused. */
async function databaseProxy(link: (client: Socket, upstream: Socket) => Link | null): Promise<Proxy> {
  const database = new URL(process.env.DATABASE_URL ?? "");
  const server = createServer((client) => {
    client.on("error", () => undefined);
    const upstream = connect(Number(database.port || 5432), database.hostname);
    upstream.on("error", () => client.destroy());
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    const linked = link(client, upstream);
    if (!linked) return client.destroy();
    client.on("data", linked.up);
    upstream.on("data", linked.down);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(database);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url: through.href };
}

/**
 * Loses the answer to the first commit of an ingest transaction, which has happened, and is away for a while then to
 * all but who holds the pass lock.
 */
async function losingProxy(): Promise<Proxy & { lost: () => number }> {
  let lost = 0;
  let awayUntil = 0;
  const others = new Set<Socket>();
  const made = await databaseProxy((client, upstream) => {
    if (Date.now() < awayUntil) return null;
    others.add(client);
    let isIngest = false;
    let isLosing = false;
    return {
      up: (chunk) => {
        if (chunk.includes("pg_try_advisory_lock")) others.delete(client);
        if (chunk.includes("INSERT INTO ingest_commit")) isIngest = true;
        if (isIngest && lost === 0 && chunk.includes("COMMIT\0")) {
          isLosing = true;
          lost++;
        }
        upstream.write(chunk);
      },
      down: (chunk) => {
        if (!isLosing) return void client.write(chunk);
        awayUntil = Date.now() + AWAY_MS;
        for (const other of others) other.destroy();
      },
    };
  });
  return { ...made, lost: () => lost };
}

/**
 * Loses the first commit of an ingest transaction on its way, so that it doesn't happen, as soon as another transaction
 * waits for its turn; `seen` is what happened from there on.
 */
async function droppingProxy(): Promise<Proxy & { seen: string[] }> {
  const seen: string[] = [];
  const waiting = new Set<Socket>();
  let held: Socket | null = null;
  let isDropped = false;
  const dropIfDue = () => {
    if (held === null || isDropped || waiting.size === 0) return;
    isDropped = true;
    seen.push("dropped");
    held.destroy();
  };
  const made = await databaseProxy((client, upstream) => {
    let isIngest = false;
    return {
      up: (chunk) => {
        if (chunk.includes("pg_advisory_xact_lock")) waiting.add(client);
        if (chunk.includes("INSERT INTO ingest_commit")) {
          isIngest = true;
          waiting.delete(client);
        }
        if (chunk.includes("FROM ingest_commit WHERE no")) seen.push("asked");
        const isCommit = isIngest && chunk.includes("COMMIT\0");
        if (isCommit && held === null) held = client;
        else upstream.write(chunk);
        if (isCommit && held !== client) seen.push("committed");
        if (isCommit) isIngest = false;
        dropIfDue();
      },
      down: (chunk) => void client.write(chunk),
    };
  });
  return { ...made, seen };
}

async function sync(through: Proxy): Promise<Record<string, unknown>> {
  proxy = through;
  const script = runScript("scripts/sync.ts", ["--json"], {
    DATABASE_URL: through.url,
    TRAIL_URLS: trail.url,
    EVENT_SOURCES: "",
  });
  expect(await script.ended).toBe(0);
  return JSON.parse(script.output().trimEnd().split("\n").at(-1) ?? "");
}

describe("a commit whose answer gets lost", () => {
  it.each([
    ["of small files", 3],
    ["of a large file", 9_000],
  ])("%s is neither done again nor counted again", async (_, count) => {
    const records = Array.from({ length: count }, (_each, number) => testRecord(`${number}`));
    await trail.putLog(logKey("a"), [...records, records[0]]);
    const losing = await losingProxy();
    const counted = { eventsInserted: count, recordsDuplicate: 1 };
    expect(await sync(losing)).toMatchObject(counted);
    expect(losing.lost()).toBe(1);
    const columns = 'events_inserted AS "eventsInserted", records_duplicate AS "recordsDuplicate"';
    expect((await pool().query(`SELECT ${columns} FROM log_file`)).rows).toEqual([counted]);
    expect((await pool().query(`SELECT ${columns} FROM sync_run_trail`)).rows).toEqual([counted]);
    expect((await pool().query("SELECT no FROM ingest_commit")).rowCount).toBe(1);
  });

  it("and that didn't happen is done again, though another has come to draw its number", async () => {
    const count = 600;
    for (let number = 0; number < count; number++)
      await trail.putLog(logKey(`f${number}`), [testRecord(`own ${number}`), testRecord(`shared ${number % 50}`)]);
    const dropping = await droppingProxy();
    const counted = { eventsInserted: count + 50, recordsDuplicate: count - 50 };
    expect(await sync(dropping)).toMatchObject({ filesIngested: count, ...counted });
    // The number was another's by the time that its fate was asked for.
    const asked = dropping.seen.indexOf("asked");
    expect([dropping.seen[0], ...new Set(dropping.seen.slice(1, asked))]).toEqual(["dropped", "committed"]);
    expect(asked).toBeGreaterThan(1);
    const sums = (table: string) =>
      pool().query(
        `SELECT sum(events_inserted)::int AS "eventsInserted", sum(records_duplicate)::int AS "recordsDuplicate" FROM ${table}`,
      );
    expect((await sums("log_file")).rows).toEqual([counted]);
    expect((await sums("sync_run_trail")).rows).toEqual([counted]);
    const { rows } = await pool().query("SELECT count(*) AS files FROM log_file GROUP BY commit_no ORDER BY commit_no");
    expect(rows.length).toBe(dropping.seen.filter((what) => what === "committed").length);
  });
});

import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { runScript } from "./testing/run-script.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "./testing/trail-folder.ts";

const AWAY_MS = 1_500;
let trail: TrailFolder;
let proxy: { server: Server; url: string; lost: () => number };
beforeEach(async () => {
  await emptyDatabase();
  trail = await trailFolder();
  proxy = await losingProxy();
});
afterEach(async () => {
  proxy.server.close();
  await expectSoundDatabase();
  await trail.destroy();
});

/**
 * Loses the answer to the first commit of an ingest transaction, which has happened, and is away for a while then to
 * all but who holds the pass lock.
 */
async function losingProxy(): Promise<typeof proxy> {
  const database = new URL(process.env.DATABASE_URL ?? "");
  let lost = 0;
  let awayUntil = 0;
  const others = new Set<Socket>();
  const server = createServer((client) => {
    client.on("error", () => undefined);
    if (Date.now() < awayUntil) return client.destroy();
    const upstream = connect(Number(database.port || 5432), database.hostname);
    upstream.on("error", () => client.destroy());
    client.on("close", () => upstream.destroy());
    others.add(client);
    let isIngest = false;
    let isLosing = false;
    client.on("data", (chunk) => {
      if (chunk.includes("pg_try_advisory_lock")) others.delete(client);
      if (chunk.includes("INSERT INTO ingest_commit")) isIngest = true;
      if (isIngest && lost === 0 && chunk.includes("COMMIT\0")) {
        isLosing = true;
        lost++;
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (!isLosing) return void client.write(chunk);
      awayUntil = Date.now() + AWAY_MS;
      for (const other of others) other.destroy();
    });
    upstream.on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(database);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url: through.href, lost: () => lost };
}

describe("a commit whose answer gets lost", () => {
  it.each([
    ["of small files", 3],
    ["of a large file", 9_000],
  ])("%s is neither done again nor counted again", async (_, count) => {
    const records = Array.from({ length: count }, (_each, number) => testRecord(`${number}`));
    await trail.putLog(logKey("a"), [...records, records[0]]);
    const script = runScript("scripts/sync.ts", ["--json"], {
      DATABASE_URL: proxy.url,
      TRAIL_URLS: trail.url,
      EVENT_SOURCES: "",
    });
    expect(await script.ended).toBe(0);
    expect(proxy.lost()).toBe(1);
    const counted = { eventsInserted: count, recordsDuplicate: 1 };
    expect(JSON.parse(script.output().trimEnd().split("\n").at(-1) ?? "")).toMatchObject(counted);
    const columns = 'events_inserted AS "eventsInserted", records_duplicate AS "recordsDuplicate"';
    expect((await pool().query(`SELECT ${columns} FROM log_file`)).rows).toEqual([counted]);
    expect((await pool().query(`SELECT ${columns} FROM sync_run_trail`)).rows).toEqual([counted]);
    expect((await pool().query("SELECT no FROM ingest_commit")).rowCount).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { createRun } from "./create-run.ts";
import { PASS_LOCK, tryPassLock } from "./pass-lock.ts";
import { syncPass } from "./sync-pass.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { runScript, until } from "./testing/run-script.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const FILES = 600;
const trail = trailOfEachTest();

/** More than one transaction's files, with events that several of them deliver. */
async function fill(): Promise<void> {
  for (let number = 0; number < FILES; number++) {
    await trail.putLog(logKey(`f${number}`), [testRecord(`own ${number}`), testRecord(`shared ${number % 50}`)]);
  }
}
const committed = async () =>
  Number((await pool().query("SELECT count(*) AS n FROM log_file WHERE state = 'ingested'")).rows[0].n);
const lastRun = async () => (await pool().query("SELECT state, error FROM sync_run ORDER BY id DESC LIMIT 1")).rows[0];

describe("a pass that is broken off", () => {
  it("by a signal keeps what it committed, and the next one goes on from there", async () => {
    await fill();
    const stop = new AbortController();
    const first = await syncOnce([trail.url], {
      signal: stop.signal,
      onProgress: ({ counts }) => {
        if (counts.filesIngested > 0) stop.abort();
      },
    });
    expect(first.state).toBe("interrupted");
    expect(await lastRun()).toMatchObject({ state: "interrupted" });
    const kept = await committed();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(FILES);
    expect(first.filesIngested).toBe(kept);
    expect(first.eventsInserted).toBe(Number((await pool().query("SELECT count(*) AS n FROM event")).rows[0].n));
    await expectSoundDatabase();

    expect(await syncOnce([trail.url])).toMatchObject({
      state: "complete",
      filesListed: FILES,
      filesUnchanged: kept,
      filesIngested: FILES - kept,
    });
    const resumed = await dumpEvents();
    await emptyDatabase();
    await syncOnce([trail.url]);
    expect(await dumpEvents()).toEqual(resumed);
  });

  it("by SIGKILL does so too, and its run is found dead", async () => {
    await fill();
    // The second transaction stops half-way, so that the process dies in the middle of it.
    await pool().query(`
      CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$;
      CREATE TRIGGER pause AFTER INSERT ON ingest_commit FOR EACH ROW WHEN (NEW.no = 2) EXECUTE FUNCTION pause()`);
    const script = runScript("scripts/sync.ts", [], { TRAIL_URLS: trail.url, EVENT_SOURCES: "" });
    const sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    await until(async () => (await pool().query(`SELECT ${sleeping}`)).rowCount === 1, "the second transaction is on");
    script.process.kill("SIGKILL");
    await script.ended;
    await pool().query(`SELECT pg_terminate_backend(pid) ${sleeping}`);
    await pool().query("DROP TRIGGER pause ON ingest_commit; DROP FUNCTION pause");
    expect(await committed()).toBeGreaterThan(0);
    await until(async () => {
      const lock = await tryPassLock();
      await lock?.release();
      return lock !== null;
    }, "the server has noticed");
    await expectSoundDatabase();
    expect(await lastRun()).toMatchObject({ state: "running" });

    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", filesListed: FILES });
    expect((await pool().query("SELECT state FROM sync_run ORDER BY id")).rows).toEqual([
      { state: "interrupted" },
      { state: "complete" },
    ]);
    const resumed = await dumpEvents();
    await emptyDatabase();
    await syncOnce([trail.url]);
    expect(await dumpEvents()).toEqual(resumed);
  });

  it("by lost connections goes on by itself", async () => {
    await fill();
    let kills = 0;
    const summary = await syncOnce([trail.url], {
      onProgress: ({ counts }) => {
        if (kills > 1 || counts.filesListed < FILES) return;
        kills++;
        void pool().query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()
             AND pid NOT IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1)`,
          [PASS_LOCK],
        );
      },
    });
    expect(kills).toBeGreaterThan(0);
    expect(summary).toMatchObject({
      state: "complete",
      filesIngested: FILES,
      filesFailed: 0,
      eventsInserted: FILES + 50,
      recordsDuplicate: FILES - 50,
    });
  });

  it("by the loss of all connections, its lock's too, leaves a sound ledger to a pass that follows at once", async () => {
    await fill();
    let hasStruck = false;
    const first = syncOnce([trail.url], {
      onProgress: ({ counts }) => {
        if (hasStruck || counts.filesIngested === 0) return;
        hasStruck = true;
        void pool().query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
      },
    }).catch(() => null);
    await until(() => hasStruck, "the connections are gone");
    await Promise.all([first, syncOnce([trail.url]).catch(() => null)]);
    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", filesListed: FILES, filesFailed: 0 });
    const mended = await dumpEvents();
    await expectSoundDatabase();
    await emptyDatabase();
    await syncOnce([trail.url]);
    expect(await dumpEvents()).toEqual(mended);
  });

  it("by a connection lost while it lists fails with a sentence, and the process lives on", async () => {
    await fill();
    await pool().query(`
      CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
      CREATE TRIGGER pause AFTER INSERT ON log_file FOR EACH STATEMENT EXECUTE FUNCTION pause()`);
    const script = runScript("scripts/sync.ts", [], { TRAIL_URLS: trail.url, EVENT_SOURCES: "" });
    const sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    await until(async () => (await pool().query(`SELECT ${sleeping}`)).rowCount === 1, "the listing is on");
    await pool().query(`SELECT pg_terminate_backend(pid) ${sleeping}`);
    expect(await script.ended).toBe(1);
    expect(script.output()).not.toMatch(/Unhandled|node:events/);
    expect(await lastRun()).toMatchObject({ state: "failed", error: expect.stringMatching(/terminat/) });
    await pool().query("DROP TRIGGER pause ON log_file; DROP FUNCTION pause");
    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", filesListed: FILES, filesIngested: FILES });
  });

  it("by the loss of its lock stops, since another may have begun", async () => {
    await fill();
    let isKilled = false;
    const summary = await syncOnce([trail.url], {
      onProgress: ({ counts }) => {
        if (isKilled || counts.filesIngested === 0) return;
        isKilled = true;
        // Of this database alone: other files' passes are on at the same time.
        void pool().query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
           WHERE datname = current_database() AND locktype = 'advisory' AND objid = $1`,
          [PASS_LOCK],
        );
      },
    });
    expect(summary.state).toBe("interrupted");
    expect(await lastRun()).toMatchObject({
      state: "interrupted",
      error: expect.stringContaining("connection to the database broke"),
    });
    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete" });
  });
});

describe("one pass at a time", () => {
  it("is held over all processes", async () => {
    const lock = await tryPassLock();
    expect(await tryPassLock()).toBeNull();
    const run = await createRun(pool(), "command", { from: null, to: null, isFull: false });
    await expect(syncPass({ runId: run.id, settings: { trailUrls: [trail.url], eventSources: "" } })).rejects.toThrow(
      "Another pass is on.",
    );
    await lock?.release();
    const again = await tryPassLock();
    expect(again).not.toBeNull();
    await again?.release();
  });

  it("the command waits for the one that is on, then runs; SIGINT ends the waiting", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    const run = await createRun(pool(), "request", { from: null, to: null, isFull: false });
    await pool().query("UPDATE sync_run SET state = 'running', started_at = now() WHERE id = $1", [run.id]);
    const lock = await tryPassLock();
    const variables = { TRAIL_URLS: trail.url, EVENT_SOURCES: "" };
    const waiting = runScript("scripts/sync.ts", ["--json"], variables);
    const stopped = runScript("scripts/sync.ts", [], variables);
    await until(
      () => [waiting, stopped].every((script) => script.output().includes(`Waiting for pass ${run.id} …`)),
      "both wait",
    );
    stopped.process.kill("SIGINT");
    expect(await stopped.ended).toBe(1);
    await pool().query("UPDATE sync_run SET state = 'complete', finished_at = now() WHERE id = $1", [run.id]);
    await lock?.release();
    expect(await waiting.ended).toBe(0);
    expect(JSON.parse(waiting.output().trimEnd().split("\n").at(-1) ?? "")).toMatchObject({
      filesIngested: 1,
      eventsInserted: 1,
      failures: [],
    });
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { closeSendingBoss } from "./boss.ts";
import { tryPassLock } from "./pass-lock.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { runScript, until } from "./testing/run-script.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "./testing/trail-folder.ts";

const FILES = 2_500;
const ROUNDS = 6;
const ROUNDS_LIMIT_MS = 20_000;
/** A whole pass takes a few times longer. */
const DELAY_MS = 900;

let trail: TrailFolder;
beforeEach(async () => {
  await emptyDatabase();
  trail = await trailFolder();
});
afterEach(async () => {
  await pool().query("DROP SCHEMA IF EXISTS pgboss CASCADE");
  await closeSendingBoss();
  await trail.destroy();
});

const newestRun = async (): Promise<{ id: number; state: string }> =>
  (await pool().query("SELECT id, state FROM sync_run ORDER BY id DESC LIMIT 1")).rows[0] ?? { id: 0, state: "none" };
const isLockFree = async () => {
  const lock = await tryPassLock();
  await lock?.release();
  return lock !== null;
};

describe("a worker that is killed", () => {
  it.each([1])("wherever it is, leaves to the next pass all that it hasn't done (%i)", async (seed) => {
    let state = seed;
    const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    for (let number = 0; number < FILES; number++)
      await trail.putLog(logKey(`f${number}`), [testRecord(`own ${number}`), testRecord(`shared ${number % 50}`)]);

    const begun = Date.now();
    const kept = new Set<number>();
    for (let round = 0; round < ROUNDS && Date.now() - begun < ROUNDS_LIMIT_MS; round++) {
      const before = await newestRun();
      const worker = runScript("scripts/worker.ts", [], {
        TRAIL_URLS: trail.url,
        EVENT_SOURCES: "",
        SYNC_INTERVAL_MINUTES: "60",
      });
      await until(async () => {
        const run = await newestRun();
        return run.id > before.id && run.state !== "waiting";
      }, "its pass has begun");
      await sleep(random() * DELAY_MS);
      worker.process.kill("SIGKILL");
      expect(await worker.ended).toBeNull();
      await until(isLockFree, "the server has noticed");
      await expectSoundDatabase();
      const { rows } = await pool().query("SELECT count(*)::int AS n FROM log_file WHERE state = 'ingested'");
      kept.add(rows[0].n);
    }
    // Otherwise nothing was broken off in the middle.
    expect([...kept].some((files) => files > 0 && files < FILES)).toBe(true);

    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({ state: "complete", filesListed: FILES, filesFailed: 0 });
    expect((await pool().query("SELECT FROM due_file")).rowCount).toBe(0);
    await expectSoundDatabase();
    const mended = await dumpEvents();
    await emptyDatabase();
    await syncOnce([trail.url]);
    expect(await dumpEvents()).toEqual(mended);
    expect(mended.events).toHaveLength(FILES + 50);
  });
});

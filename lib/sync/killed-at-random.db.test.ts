import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { closeSendingBoss } from "./boss.ts";
import { tryPassLock } from "./pass-lock.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { runScript, until, type RunningScript } from "./testing/run-script.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const FILES = 1_500;
const ROUNDS = 5;
const ROUNDS_LIMIT_MS = 15_000;
/** A whole pass takes a few times longer; in every other round the time begins with its first commit. */
const DELAY_MS = 500;

const trail = trailOfEachTest();
let worker: RunningScript | null = null;
afterEach(async () => {
  worker?.process.kill("SIGKILL");
  await worker?.ended;
  await pool().query("DROP SCHEMA IF EXISTS pgboss CASCADE");
  await closeSendingBoss();
});

const newestRun = async (): Promise<{ id: number; state: string }> =>
  (await pool().query("SELECT id, state FROM sync_run ORDER BY id DESC LIMIT 1")).rows[0] ?? { id: 0, state: "none" };
const ingested = async () =>
  Number((await pool().query("SELECT count(*) AS n FROM log_file WHERE state = 'ingested'")).rows[0].n);
const isLockFree = async () => {
  const lock = await tryPassLock();
  await lock?.release();
  return lock !== null;
};

describe("a worker that is killed", () => {
  it.each([1])(
    "wherever it is, leaves to the next pass all that it hasn't done (%i)",
    async (seed) => {
      let state = seed;
      const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
      for (let number = 0; number < FILES; number++)
        await trail.putLog(logKey(`f${number}`), [testRecord(`own ${number}`), testRecord(`shared ${number % 50}`)]);

      const begun = Date.now();
      const kept = new Set<number>();
      for (let round = 0; round < ROUNDS && Date.now() - begun < ROUNDS_LIMIT_MS; round++) {
        const before = await newestRun();
        worker = runScript("scripts/worker.ts", [], {
          TRAIL_URLS: trail.url,
          EVENT_SOURCES: "",
          SYNC_INTERVAL_MINUTES: "60",
        });
        await until(async () => {
          const run = await newestRun();
          return run.id > before.id && run.state !== "waiting";
        }, "its pass has begun");
        const keptBefore = await ingested();
        if (round % 2 === 0)
          await until(
            async () => (await ingested()) > keptBefore || (await newestRun()).state !== "running",
            "something is in",
          );
        await sleep(random() * DELAY_MS);
        worker.process.kill("SIGKILL");
        expect(await worker.ended).toBeNull();
        await until(isLockFree, "the server has noticed");
        await expectSoundDatabase();
        kept.add(await ingested());
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
    },
    120_000,
  );
});

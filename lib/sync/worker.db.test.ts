import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { closeSendingBoss } from "./boss.ts";
import { requestRun } from "./request-run.ts";
import { runScript, until, type RunningScript } from "./testing/run-script.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();
let workers: RunningScript[] = [];
beforeEach(() => void (workers = []));
afterEach(async () => {
  for (const worker of workers) worker.process.kill("SIGTERM");
  await Promise.all(workers.map((worker) => worker.ended));
  await pool().query("DROP SCHEMA IF EXISTS pgboss CASCADE");
  await closeSendingBoss();
});
afterAll(closeSendingBoss);

function startWorker(minutes: string): RunningScript {
  const worker = runScript("scripts/worker.ts", [], {
    TRAIL_URLS: trail.url,
    EVENT_SOURCES: "",
    SYNC_INTERVAL_MINUTES: minutes,
  });
  workers.push(worker);
  return worker;
}
const runs = async () => (await pool().query("SELECT id, state, cause FROM sync_run ORDER BY id")).rows;
const finished = async (count: number) => (await runs()).filter((run) => run.state === "complete").length >= count;

describe("the worker", () => {
  it("runs a pass at start, one when it is asked for, and ends at once with SIGTERM", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    const worker = startWorker("60");
    await until(() => finished(1), "the first pass is done");
    await trail.putLog(logKey("b"), [testRecord("2")]);
    const asked = Date.now();
    const run = await requestRun("request");
    expect(run.isNew).toBe(true);
    await until(() => finished(2), "the second pass is done");
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(2);
    expect(await runs()).toEqual([
      { id: 1, state: "complete", cause: "start" },
      { id: run.id, state: "complete", cause: "request" },
    ]);
    worker.process.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
  });

  it("runs again after the pause, and several share the work", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    startWorker("0.02");
    startWorker("0.02");
    await until(() => finished(4), "several passes are done");
    const { rows } = await pool().query(
      "SELECT a.id FROM sync_run a JOIN sync_run b ON a.id < b.id AND a.finished_at > b.started_at",
    );
    expect(rows).toEqual([]);
  });
});

describe("asking for a pass", () => {
  it("gives the one that waits or runs; one whose process has died doesn't count", async () => {
    const first = await requestRun("request");
    expect(first.isNew).toBe(true);
    expect(await Promise.all([requestRun("request"), requestRun("request")])).toEqual([
      { id: first.id, isNew: false },
      { id: first.id, isNew: false },
    ]);
    await pool().query("UPDATE sync_run SET state = 'running', started_at = now()");
    const second = await requestRun("request");
    expect(second).toEqual({ id: expect.any(Number), isNew: true });
    expect((await runs()).map((run) => run.state)).toEqual(["interrupted", "waiting"]);
  });
});

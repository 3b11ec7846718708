import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import type { Fault } from "#lib/s3/testing/fault-proxy.ts";
import { HELD_LIMIT_CHARS } from "#lib/sync/ingest-file.ts";
import { tryPassLock } from "#lib/sync/pass-lock.ts";
import { queuePass } from "#lib/sync/queue-pass.ts";
import { syncState } from "#lib/sync/queries/sync-state.ts";
import { expectSoundDatabase } from "./expect-sound-database.ts";
import {
  expectUndisturbedAfterNextPass,
  expectWholeFiles,
  faultyKey,
  FaultyTrails,
  type Objects,
  outcome,
  type ServedBucket,
  sizeOf,
} from "./faulty-trails.ts";
import { runScript, until } from "./run-script.ts";
import { lastRun, storedFiles } from "./stored.ts";
import { syncOnce } from "./sync-once.ts";

const SMALL = "small-3";
const middle = (name: string) => sizeOf(name) >> 1;

/**
 * Tests that whatever the network does to a pass, after the next one everything is as if nothing had happened: on the S3
 * server that `serve` starts. The file that calls it puts impatient-limits.ts in the place of limits.ts.
 */
export function describeFaults(serve: (objects: Objects) => Promise<ServedBucket>): void {
  let trails: FaultyTrails;
  let stop: ServedBucket["stop"];
  beforeAll(async () => {
    trails = await FaultyTrails.start(async (objects) => {
      const server = await serve(objects);
      stop = server.stop;
      return server;
    });
  });
  afterAll(async () => {
    trails?.proxy.close();
    await closeS3Client();
    await stop?.();
  });
  beforeEach(() => trails.reset());

  describe("a fault that passes", () => {
    it.each<[string, Fault, number]>([
      [SMALL, { kind: "reset" }, 2],
      [SMALL, { kind: "silence" }, 1],
      [SMALL, { kind: "reset-after", bytes: 1 }, 2],
      [SMALL, { kind: "reset-after", bytes: middle(SMALL) }, 2],
      [SMALL, { kind: "cut-after", bytes: middle(SMALL) }, 2],
      [SMALL, { kind: "cut-after", bytes: sizeOf(SMALL) - 4 }, 1],
      [SMALL, { kind: "stall-after", bytes: middle(SMALL) }, 2],
      [SMALL, { kind: "status", status: 503, code: "SlowDown" }, 2],
      [SMALL, { kind: "status", status: 500, code: "InternalError" }, 2],
      [SMALL, { kind: "slow", chunk: sizeOf(SMALL) >> 3, pauseMs: 150 }, 1],
      ["plain", { kind: "cut-after", bytes: middle("plain") }, 1],
      ["large", { kind: "reset-after", bytes: middle("large") }, 2],
      ["large", { kind: "stall-after", bytes: sizeOf("large") - 100 }, 1],
    ])("is got over in the same pass: %s, %o, %i times", async (name, fault, times) => {
      const trail = trails.of(name);
      const rule = trails.strike(fault, name, times);
      expect(await syncOnce([trail.url])).toMatchObject({
        state: "complete",
        filesIngested: trail.count,
        filesFailed: 0,
      });
      expect(rule.times).toBe(0);
      expect(await outcome()).toEqual(trail.undisturbed);
      await expectSoundDatabase();
    });

    it.each<[string, Fault]>([
      [SMALL, { kind: "flip", byte: middle(SMALL) }],
      [SMALL, { kind: "flip", byte: sizeOf(SMALL) - 6 }],
      ["stored", { kind: "flip", byte: middle("stored") }],
      ["plain", { kind: "flip", byte: middle("plain") }],
      ["large", { kind: "flip", byte: sizeOf("large") - 1_000 }],
      [SMALL, { kind: "shorten", bytes: middle(SMALL) }],
      ["plain", { kind: "shorten", bytes: middle("plain") }],
      ["large", { kind: "shorten", bytes: middle("large") }],
    ])("doesn't make a good file a bad one for good: %s, %o", async (name, fault) => {
      const trail = trails.of(name);
      const rule = trails.strike(fault, name, 1);
      await syncOnce([trail.url]);
      expect(rule.times).toBe(0);
      await expectWholeFiles(trail);
      await expectUndisturbedAfterNextPass(trails, trail);
    });
  });

  describe("a fault that stays for the whole pass", () => {
    it.each<[string, Fault]>([
      [SMALL, { kind: "reset" }],
      [SMALL, { kind: "cut-after", bytes: 0 }],
      [SMALL, { kind: "stall-after", bytes: 0 }],
      [SMALL, { kind: "status", status: 503, code: "SlowDown" }],
      [SMALL, { kind: "status", status: 403, code: "AccessDenied" }],
      ["large", { kind: "status", status: 403, code: "AccessDenied" }],
    ])("costs that file alone, and only until the next pass: %s, %o", async (name, fault) => {
      const trail = trails.of(name);
      trails.strike(fault, name, Infinity);
      const summary = await syncOnce([trail.url]);
      expect(summary).toMatchObject({ state: "partial", filesIngested: trail.count - 1, filesFailed: 1 });
      expect(summary.failures).toEqual([{ key: faultyKey(name), reason: expect.stringMatching(/^[A-Z].*\w{3}/) }]);
      expect((await storedFiles()).find((file) => file.key === faultyKey(name))).toMatchObject({
        state: "pending",
        recordsRead: 0,
      });
      await expectWholeFiles(trail);
      await expectUndisturbedAfterNextPass(trails, trail);
    });

    it.each<[Fault, RegExp]>([
      [{ kind: "status", status: 503, code: "SlowDown" }, /503 SlowDown/],
      [{ kind: "status", status: 403, code: "AccessDenied" }, /s3:ListBucket/],
      [{ kind: "reset" }, /doesn't answer/],
      [{ kind: "cut-after", bytes: 100 }, /./],
    ])("fails the trail when it strikes its listing, and expires nothing: %o", async (fault, sentence) => {
      const { url, undisturbed } = trails.small;
      await syncOnce([url]);
      trails.strike(fault, ({ kind, key }) => kind === "list" && key.includes("/CloudTrail/"), Infinity);
      const summary = await syncOnce([url], { asked: { isFull: true } });
      expect(summary.state).toBe("failed");
      expect(summary.problems[0]?.sentence).toMatch(sentence);
      expect(await outcome()).toEqual(undisturbed);
      await expectUndisturbedAfterNextPass(trails, trails.small);
    });
  });

  describe("everything at once", () => {
    const faults: Fault[] = [
      { kind: "reset" },
      { kind: "reset-after", bytes: 5_000 },
      { kind: "cut-after", bytes: 9_000 },
      { kind: "stall-after", bytes: 3_000 },
      { kind: "flip", byte: 8_000 },
      { kind: "shorten", bytes: 7_000 },
      { kind: "status", status: 503, code: "SlowDown" },
      { kind: "status", status: 403, code: "AccessDenied" },
    ];

    it("leaves whole files, and nothing is missing after the next pass", async () => {
      for (const [index, fault] of faults.entries()) trails.strike(fault, `small-${index}`, 1);
      expect(await syncOnce([trails.small.url])).toMatchObject({ state: "partial", filesListed: trails.small.count });
      await expectWholeFiles(trails.small);
      await expectUndisturbedAfterNextPass(trails, trails.small);
    });

    it("leaves a large file whole or out, though one thing after another goes wrong with it", async () => {
      const heldChars = trails.large.undisturbed.events.reduce((sum, { record }) => sum + record.length, 0);
      expect(heldChars).toBeGreaterThan(HELD_LIMIT_CHARS);
      for (const fault of faults.filter(({ kind }) => kind !== "status")) trails.strike(fault, "large", 1);
      expect(await syncOnce([trails.large.url])).toMatchObject({ filesListed: trails.large.count });
      await expectWholeFiles(trails.large);
      await expectUndisturbedAfterNextPass(trails, trails.large);
    });

    it("can be stopped while S3 says nothing, and is taken up again", async () => {
      trails.strike({ kind: "silence" }, SMALL, Infinity);
      const startedAt = performance.now();
      const summary = await syncOnce([trails.small.url], { signal: AbortSignal.timeout(700) });
      expect(summary.state).toBe("interrupted");
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      expect(await lastRun()).toMatchObject({ state: "interrupted", trails: { [trails.small.url]: "interrupted" } });
      await expectWholeFiles(trails.small);
      await expectUndisturbedAfterNextPass(trails, trails.small);
    });

    it("is got over when S3 asks again and again to slow down", async () => {
      const rule = trails.strike({ kind: "status", status: 503, code: "SlowDown" }, ({ kind }) => kind === "get", 40);
      expect(await syncOnce([trails.small.url])).toMatchObject({ filesListed: trails.small.count });
      expect(rule.times).toBe(0);
      await expectWholeFiles(trails.small);
      await expectUndisturbedAfterNextPass(trails, trails.small);
    });
  });

  describe("SIGKILL", () => {
    it("while rows of a file are on their way into the database leaves nothing of it, and the next pass all", async () => {
      trails.strike({ kind: "stall-after", bytes: sizeOf("large") - 1_000 }, "large", Infinity);
      const variables = { TRAIL_URLS: trails.large.url, EVENT_SOURCES: "" };
      const script = runScript("scripts/sync.ts", [], variables);
      const copying =
        "FROM pg_stat_activity WHERE datname = current_database() AND query ~ '^COPY' AND wait_event = 'ClientRead'";
      await until(async () => (await pool().query(`SELECT ${copying}`)).rowCount === 1, "rows are on their way");
      script.process.kill("SIGKILL");
      expect(await script.ended).toBeNull();
      await until(async () => {
        const lock = await tryPassLock();
        await lock?.release();
        return lock !== null;
      }, "the server has noticed");
      await expectWholeFiles(trails.large);
      expect((await lastRun()).state).toBe("running");
      await expectUndisturbedAfterNextPass(trails, trails.large);
    });
  });

  describe("a refusal", () => {
    const EXPIRED: Fault = { kind: "status", status: 400, code: "ExpiredToken" };
    const DENIED: Fault = { kind: "status", status: 403, code: "AccessDenied" };
    const pause = async () => (await syncState()).trails[0]?.paused ?? null;

    it.each<[string, "list" | "get", Fault, RegExp, number]>([
      ["to list", "list", DENIED, /grant s3:ListBucket on arn:aws:s3:::/, 1],
      ["of expired credentials", "list", EXPIRED, /^The AWS credentials have expired/, 1],
      // As many as are on their way at once.
      ["of credentials that expire on the way", "get", EXPIRED, /^The AWS credentials have expired/, 30],
    ])("%s ends the pass at once, and pauses the trail until a person asks", async (_, what, fault, sentence, most) => {
      const { url } = trails.small;
      trails.strike(fault, ({ kind }) => kind === what, Infinity);
      expect((await syncOnce([url], { cause: "schedule" })).problems[0]?.sentence).toMatch(sentence);
      const asked = trails.proxy.requests.filter(({ kind }) => kind === what).length;
      expect(asked).toBeGreaterThan(0);
      expect(asked).toBeLessThanOrEqual(most);
      expect((await pause())?.reason).toMatch(sentence);
      await expectWholeFiles(trails.small);

      trails.proxy.requests.length = 0;
      const again = await syncOnce([url], { cause: "schedule" });
      expect(again).toMatchObject({ state: "failed", filesListed: 0 });
      expect(again.problems[0]?.sentence).toMatch(/^Paused since .* UTC; tried again after .* UTC, or at once/);
      expect(trails.proxy.requests).toEqual([]);

      await syncOnce([url], { cause: "request" });
      expect(trails.proxy.requests.length).toBeGreaterThan(0);
      await expectUndisturbedAfterNextPass(trails, trails.small);
      expect(await pause()).toBeNull();
    });

    it("to read any file pauses the trail too, and is asked for the longer the more seldom", async () => {
      const { url, count } = trails.small;
      trails.strike(DENIED, ({ kind }) => kind === "get", Infinity);
      expect(await syncOnce([url], { cause: "schedule" })).toMatchObject({ state: "partial", filesFailed: count });
      expect((await pause())?.reason).toMatch(/^The file may not be read: grant s3:GetObject/);
      const minutes: number[] = [];
      for (let tries = 0; tries < 5; tries++) {
        const { rows } = await pool().query(
          "SELECT extract(epoch FROM paused_until - now())::float8 / 60 AS n FROM trail",
        );
        minutes.push(Math.round(Number(rows[0].n) * 10) / 10);
        await pool().query("UPDATE trail SET paused_until = now()");
        await syncOnce([url], { cause: "schedule" });
      }
      expect(minutes).toEqual([2.5, 7.5, 17.5, 37.5, 60]);
      await expectUndisturbedAfterNextPass(trails, trails.small);
      expect(await pause()).toBeNull();
    });

    it("of a few files alone begins no pause, and ends none", async () => {
      const { url, count } = trails.small;
      const few = trails.small.undisturbed.files.slice(0, 3).map(({ key }) => ({ url, key }));
      const passOverFew = async () => {
        const lock = await tryPassLock();
        if (!lock) throw new Error("A pass is on.");
        const settings = { trailUrls: [url], eventSources: "" };
        const { summary } = await queuePass(few, { lock, signal: new AbortController().signal, settings });
        await lock.release();
        return summary;
      };
      trails.strike(DENIED, ({ kind }) => kind === "get", Infinity);
      expect(await passOverFew()).toMatchObject({ filesFailed: few.length });
      expect(await pause()).toBeNull();

      expect(await syncOnce([url], { cause: "schedule" })).toMatchObject({ filesFailed: count });
      const since = (await pause())?.since;
      await pool().query("UPDATE trail SET paused_until = now()");
      expect(await passOverFew()).toMatchObject({ filesFailed: few.length });
      expect(await pause()).toMatchObject({ since, reason: expect.stringMatching(/^The file may not be read/) });
      expect((await pool().query("SELECT FROM trail WHERE paused_until > now()")).rowCount).toBe(1);

      trails.proxy.rules.length = 0;
      await pool().query("UPDATE trail SET paused_until = now()");
      expect(await passOverFew()).toMatchObject({ filesIngested: few.length });
      expect(await pause()).toBeNull();
      // What was read by then says nothing any more of whether files may be read.
      trails.strike(DENIED, ({ kind }) => kind === "get", Infinity);
      await syncOnce([url], { cause: "schedule" });
      await pool().query("UPDATE trail SET paused_until = now()");
      expect(await passOverFew()).toMatchObject({ filesUnchanged: few.length });
      expect(await pause()).not.toBeNull();
      await expectUndisturbedAfterNextPass(trails, trails.small);
      expect(await pause()).toBeNull();
    });
  });
}

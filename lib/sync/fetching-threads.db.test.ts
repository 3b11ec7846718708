import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { closeS3Client } from "#lib/s3/client.ts";
import { serveEmbedded } from "#lib/s3/testing/serve-embedded.ts";
import { HELD_LIMIT_CHARS } from "./ingest-file.ts";
import { LogFileReaders } from "./log-file-readers.ts";
import { openTrail } from "./open-trail.ts";
import {
  expectUndisturbedAfterNextPass,
  expectWholeFiles,
  faultyKey,
  FaultyTrails,
  outcome,
  type ServedBucket,
  sizeOf,
} from "./testing/faulty-trails.ts";
import { syncOnce } from "./testing/sync-once.ts";

vi.mock("#lib/s3/limits.ts", () => import("#lib/s3/testing/impatient-limits.ts"));

const SMALL = "small-3";
let trails: FaultyTrails;
let stop: ServedBucket["stop"];
beforeAll(async () => {
  trails = await FaultyTrails.start(async (objects) => {
    const server = await serveEmbedded(objects);
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

describe("a thread that ends in the middle of a file", () => {
  const workers: Worker[] = [];
  const keep = (worker: Worker) => workers.push(worker);
  beforeEach(() => void process.on("worker", keep));
  afterEach(() => void process.off("worker", keep));
  /** Ends the threads each time that the server has sent half of a file. */
  const endThreads = (name: string, times: number) =>
    trails.strike(
      { kind: "stall-after", bytes: sizeOf(name) >> 1 },
      ({ key, kind }) => {
        if (key !== faultyKey(name) || kind !== "get") return false;
        setTimeout(() => workers.splice(0).map((worker) => worker.terminate()), 100);
        return true;
      },
      times,
    );

  it.each([SMALL, "large"])("is got over in the same pass when it is once: %s", async (name) => {
    const trail = trails.of(name);
    const rule = endThreads(name, 1);
    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", filesIngested: trail.count });
    expect(rule.times).toBe(0);
    expect(await outcome()).toEqual(trail.undisturbed);
  });

  it.each([SMALL, "large"])("costs that file alone, and only until the next pass: %s", async (name) => {
    const trail = trails.of(name);
    endThreads(name, Infinity);
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({ state: "partial", filesIngested: trail.count - 1, filesFailed: 1 });
    const reason = expect.stringMatching(/^The thread that read the file ended: .*; the next pass reads it again\.$/);
    expect(summary.failures).toEqual([{ key: faultyKey(name), reason }]);
    await expectWholeFiles(trail);
    await expectUndisturbedAfterNextPass(trails, trail);
  });
});

it("has fewer files on their way once a thread was asked to slow down", async () => {
  const source = openTrail(trails.small.url);
  const before = source.concurrency;
  trails.strike({ kind: "status", status: 503, code: "SlowDown" }, SMALL, 1);
  const { signal } = new AbortController();
  const limits = { limitBytes: 2 ** 31, heldLimitChars: HELD_LIMIT_CHARS };
  const readers = new LogFileReaders({ source, rules: keepRules(""), ...limits, signal });
  try {
    for await (const page of source.list(faultyKey(SMALL))) {
      for (const file of page) await readers.read({ ...file, id: 1 }, () => Promise.resolve());
    }
  } finally {
    await readers.close();
  }
  expect(source.concurrency).toBe(before >> 1);
});

import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { HELD_LIMIT_CHARS } from "./ingest-file.ts";
import { retryLogFile } from "./retry-log-file.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

const ledger = async (name: string) => {
  const { rows } = await pool().query(
    `SELECT id, state, reason, attempts, is_due, records_read AS read, events_inserted AS inserted, records_duplicate AS duplicate,
       records_filtered AS filtered FROM log_file WHERE key = $1`,
    [logKey(name)],
  );
  return rows[0];
};
const other = (name: string) => testRecord(name, { eventSource: "s3.amazonaws.com", eventName: "PutObject" });

describe("EVENT_SOURCES", () => {
  it("wider brings what was filtered out, narrower loses nothing, and the ledger stays true", async () => {
    await trail.putLog(logKey("a"), [testRecord("1"), other("2"), other("3")]);
    await trail.putLog(logKey("b"), [other("3"), other("4"), testRecord("5")]);
    expect(await syncOnce([trail.url])).toMatchObject({ eventsInserted: 2, recordsFiltered: 4 });

    expect(await syncOnce([trail.url], { eventSources: "s3.amazonaws.com" })).toMatchObject({
      filesIngested: 2,
      recordsRead: 6,
      eventsInserted: 3,
      recordsDuplicate: 3,
      recordsFiltered: 0,
    });
    expect(await ledger("a")).toMatchObject({ read: 3, inserted: 3, duplicate: 0, filtered: 0 });
    expect(await ledger("b")).toMatchObject({ read: 3, inserted: 2, duplicate: 1, filtered: 0 });
    await expectSoundDatabase();

    expect(await syncOnce([trail.url])).toMatchObject({
      filesIngested: 2,
      eventsInserted: 0,
      recordsDuplicate: 2,
      recordsFiltered: 4,
    });
    expect(await ledger("a")).toMatchObject({ read: 3, inserted: 3, duplicate: 0, filtered: 0 });
    expect(await ledger("b")).toMatchObject({ read: 3, inserted: 2, duplicate: 0, filtered: 1 });
    await expectSoundDatabase();

    expect(await syncOnce([trail.url], { eventSources: "all" })).toMatchObject({
      filesIngested: 2,
      eventsInserted: 0,
      recordsDuplicate: 6,
    });
    expect(await ledger("b")).toMatchObject({ read: 3, inserted: 2, duplicate: 1, filtered: 0 });
    expect(await syncOnce([trail.url], { eventSources: "all" })).toMatchObject({ filesIngested: 0, filesUnchanged: 2 });
  });

  it("gives what a first pass with them would have given", async () => {
    for (const name of ["c", "a", "b"]) await trail.putLog(logKey(name), [testRecord(name), other("x"), other(name)]);
    await syncOnce([trail.url]);
    await syncOnce([trail.url], { eventSources: "all" });
    const widened = await dumpEvents();
    await emptyDatabase();
    await syncOnce([trail.url], { eventSources: "all" });
    expect(await dumpEvents()).toEqual(widened);
  });
});

describe("a file that changes", () => {
  it("is read again, and the events of its old content stay", async () => {
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("2")]);
    await syncOnce([trail.url]);
    await trail.putLog(logKey("a"), [testRecord("2"), testRecord("3")]);
    expect(await syncOnce([trail.url])).toMatchObject({ filesIngested: 1, eventsInserted: 1, recordsDuplicate: 1 });
    expect(await ledger("a")).toMatchObject({ read: 2, inserted: 1, duplicate: 1 });
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(3);
  });

  it("is read again without effect when only its time changed", async () => {
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("1")]);
    await syncOnce([trail.url]);
    const before = await ledger("a");
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("1")]);
    expect(await syncOnce([trail.url])).toMatchObject({ filesIngested: 1, eventsInserted: 0, recordsDuplicate: 2 });
    expect(await ledger("a")).toEqual({ ...before, attempts: 2 });
  });

  it("into a bad one has failed, with no counts, and its events stay", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    await syncOnce([trail.url]);
    for (const content of ["nonsense", ""]) {
      await trail.put(logKey("a"), content);
      expect(await syncOnce([trail.url])).toMatchObject({ state: "partial", filesFailed: 1 });
      expect(await ledger("a")).toMatchObject({ state: "failed", read: 0, inserted: 0 });
    }
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(1);
  });

  it("into a bad one and back delivers its events again", async () => {
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("2"), "17"]);
    await trail.putLog(logKey("b"), [testRecord("2"), testRecord("3")]);
    await syncOnce([trail.url]);
    const before = await ledger("a");
    const dump = await dumpEvents();
    await trail.put(logKey("a"), "nonsense");
    await syncOnce([trail.url]);
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("2"), "17"]);
    expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", eventsInserted: 0, recordsDuplicate: 2 });
    expect(await ledger("a")).toEqual({ ...before, attempts: 3, inserted: 0, duplicate: 2 });
    expect(before).toMatchObject({ read: 3, inserted: 2, duplicate: 0 });
    expect(await dumpEvents()).toEqual(dump);
  });
});

describe("a file that vanishes", () => {
  it("is expired, keeps counts and events, and isn't read when it comes back as it was", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    await trail.putLog(logKey("b"), [testRecord("2")]);
    await trail.put(logKey("c"), "bad");
    await syncOnce([trail.url]);
    const { root } = trail;
    const { rename } = await import("node:fs/promises");
    await rename(`${root}/${logKey("a")}`, `${root}/../kept-${process.pid}`);
    await trail.remove(logKey("c"));
    expect(await syncOnce([trail.url])).toMatchObject({ filesListed: 1, filesUnchanged: 1, filesFailed: 0 });
    expect(await ledger("a")).toMatchObject({ state: "expired", read: 1, inserted: 1 });
    expect(await ledger("c")).toMatchObject({ state: "expired", reason: expect.any(String) });
    await rename(`${root}/../kept-${process.pid}`, `${root}/${logKey("a")}`);
    expect(await syncOnce([trail.url])).toMatchObject({ filesListed: 2, filesUnchanged: 2, bytesCompressed: 0 });
    expect(await ledger("a")).toMatchObject({ state: "ingested", read: 1, inserted: 1 });
  });
});

describe("a failed file", () => {
  it("is read again when somebody asks for it", async () => {
    await trail.put(logKey("a"), "bad");
    await trail.put(logKey("b"), "bad");
    await syncOnce([trail.url]);
    expect(await retryLogFile((await ledger("a")).id)).toBe(1);
    expect(await syncOnce([trail.url])).toMatchObject({ filesFailed: 2, bytesCompressed: 3 });
    expect(await ledger("a")).toMatchObject({ attempts: 2, is_due: false });
    expect(await retryLogFile("all")).toBe(2);
    expect(await syncOnce([trail.url])).toMatchObject({ filesFailed: 2, bytesCompressed: 6 });
    expect(await syncOnce([trail.url])).toMatchObject({ filesFailed: 2, bytesCompressed: 0 });
  });

  it("of 0 bytes isn't due for ever once somebody asked", async () => {
    await trail.put(logKey("a"), "");
    await syncOnce([trail.url]);
    expect(await retryLogFile("all")).toBe(1);
    expect(await syncOnce([trail.url])).toMatchObject({ filesFailed: 1 });
    expect(await ledger("a")).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("empty"),
      is_due: false,
    });
    expect(await retryLogFile("all")).toBe(1);
  });
});

describe("a large file", () => {
  const many = Array.from({ length: 9_000 }, (_, number) =>
    testRecord(`large ${number}`, { eventTime: `2024-05-01T10:${String(number % 60).padStart(2, "0")}:00Z` }),
  );

  it("streams into the database and comes out the same", async () => {
    await trail.putLog(logKey("a"), [...many, "17"]);
    await trail.putLog(logKey("b"), [many[5], testRecord("small")]);
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({
      state: "complete",
      filesIngested: 2,
      recordsRead: 9_003,
      eventsInserted: 9_001,
      recordsDuplicate: 1,
      recordsRejected: 1,
    });
    expect(summary.bytesUncompressed).toBeGreaterThan(HELD_LIMIT_CHARS);
  });

  it("that turns out bad at its end leaves nothing", async () => {
    await trail.put(logKey("a"), gzipSync(logText([...many, "{bad}"])));
    await trail.putLog(logKey("b"), [many[5], testRecord("small")]);
    expect(await syncOnce([trail.url])).toMatchObject({
      state: "partial",
      filesIngested: 1,
      filesFailed: 1,
      eventsInserted: 2,
      recordsRead: 2,
    });
    expect(await ledger("a")).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(/^The file is not JSON: record 9,001 is malformed \(at byte [\d,]+\)\.$/),
    });
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(2);
  });
});

describe("a record that the database refuses", () => {
  it.each([1, 9_000])("fails its file alone, however the files were batched (%i records)", async (count) => {
    await pool().query("ALTER TABLE event ADD CONSTRAINT refuse CHECK (error_code <> 'REFUSED')");
    try {
      for (const name of ["a", "b", "d", "e"]) await trail.putLog(logKey(name), [testRecord(name)]);
      const many = Array.from({ length: count }, (_, number) => testRecord(`c ${number}`));
      await trail.putLog(logKey("c"), [...many, testRecord("c", { errorCode: "REFUSED" })]);
      expect(await syncOnce([trail.url])).toMatchObject({
        state: "partial",
        filesListed: 5,
        filesIngested: 4,
        filesFailed: 1,
        eventsInserted: 4,
      });
      expect(await ledger("c")).toMatchObject({
        state: "failed",
        read: 0,
        reason: expect.stringMatching(/database refuses a record of the file: .*refuse/),
      });
    } finally {
      await pool().query("ALTER TABLE event DROP CONSTRAINT refuse");
    }
  });
});

describe("days by hand", () => {
  it("are the only ones read, and complete nothing", async () => {
    for (const [name, day] of [
      ["a", "2023/01/31"],
      ["b", "2023/02/01"],
      ["c", "2023/02/15"],
      ["d", "2023/03/01"],
    ] as const) {
      await trail.putLog(logKey(name, day), [testRecord(name)]);
    }
    expect(await syncOnce([trail.url], { asked: { from: "2023-02-01", to: "2023-02-15" } })).toMatchObject({
      filesListed: 2,
      eventsInserted: 2,
    });
    expect(await syncOnce([trail.url], { asked: { from: "2023-02-15" } })).toMatchObject({
      filesListed: 2,
      filesUnchanged: 1,
      eventsInserted: 1,
    });
    expect(await syncOnce([trail.url], { asked: { to: "2023-01-31" } })).toMatchObject({
      filesListed: 1,
      eventsInserted: 1,
    });
    expect((await pool().query("SELECT last_complete_pass_at, last_full_pass_at FROM trail")).rows).toEqual([
      { last_complete_pass_at: null, last_full_pass_at: null },
    ]);
    expect(await syncOnce([trail.url])).toMatchObject({ filesListed: 4, filesUnchanged: 4 });
  });
});

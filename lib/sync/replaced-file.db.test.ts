import { readFile, stat, utimes, writeFile } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { listVersionEvents } from "#lib/sync/queries/list-version-events.ts";
import { listVersions } from "#lib/sync/queries/list-versions.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

const other = (name: string) => testRecord(name, { eventSource: "s3.amazonaws.com", eventName: "PutObject" });
const idOf = (name: string) => String(testRecord(name).eventID);
/** One pass after the file has this content; records by name, or a text that is no log file. */
async function syncWith(name: string, content: unknown[] | string, options: Parameters<typeof syncOnce>[1] = {}) {
  if (typeof content === "string") await trail.put(logKey(name), content);
  else
    await trail.putLog(
      logKey(name),
      content.map((record) => (typeof record === "string" ? testRecord(record) : record)),
    );
  const summary = await syncOnce([trail.url], options);
  await expectSoundDatabase();
  return summary;
}
const fileId = async (name: string): Promise<number> =>
  (await pool().query("SELECT id FROM log_file WHERE key = $1", [logKey(name)])).rows[0].id;
const ledger = async (name: string) =>
  (
    await pool().query(
      `SELECT state, reason, records_read AS read, events_inserted AS inserted, records_duplicate AS duplicate,
         records_filtered AS filtered, same_bytes_at IS NOT NULL AS is_copied FROM log_file WHERE key = $1`,
      [logKey(name)],
    )
  ).rows[0];
const versions = async (name: string) => listVersions(await fileId(name));
const differences = async (name: string) => (await versions(name)).map(({ difference }) => difference);
const difference = (given: Partial<NonNullable<Awaited<ReturnType<typeof differences>>[number]>>) => ({
  gone: 0,
  both: 0,
  added: 0,
  unsure: 0,
  changed: 0,
  ...given,
});
/** The ids that are marked in a file as of a commit. */
const withdrawn = async (name: string, asOf = 1_000) => {
  const { rows } = await pool().query(
    `SELECT event_id FROM withdrawal WHERE log_file_id = $1 AND sha256 IS NULL AND is_certain
       AND from_commit_no <= $2 AND (to_commit_no IS NULL OR to_commit_no > $2) ORDER BY 1`,
    [await fileId(name), asOf],
  );
  return rows.map((row) => row.event_id);
};

describe("a file whose content changes", () => {
  it("keeps what it was, and tells what is gone, in both and new", async () => {
    await syncWith("a", ["1", "2", "3"]);
    await syncWith("a", ["2", "4"]);
    expect(await ledger("a")).toMatchObject({ read: 2, inserted: 1, duplicate: 1 });
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(4);
    const [before, now] = await versions("a");
    expect(before).toMatchObject({
      fromCommitNo: 1,
      toCommitNo: 2,
      state: "ingested",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      recordsRead: 3,
      eventsInserted: 3,
      difference: null,
      replacedAt: expect.any(String),
    });
    expect(now).toMatchObject({
      fromCommitNo: 2,
      toCommitNo: null,
      recordsRead: 2,
      eventsInserted: 1,
      replacedAt: null,
    });
    expect(now?.sha256).not.toBe(before?.sha256);
    expect(now?.difference).toEqual(difference({ gone: 2, both: 1, added: 1 }));
    const id = await fileId("a");
    const listed = async (part: "gone" | "both" | "added") =>
      (await listVersionEvents(id, { fromCommitNo: 2, part })).map(({ eventId }) => eventId).toSorted();
    expect(await listed("gone")).toEqual([idOf("1"), idOf("3")].toSorted());
    expect(await listed("both")).toEqual([idOf("2")]);
    expect(await listed("added")).toEqual([idOf("4")]);
    expect(await withdrawn("a", 1)).toEqual([]);
    expect(await withdrawn("a", 2)).toEqual([idOf("1"), idOf("3")].toSorted());
  });

  it("more or fewer records, and twice, adds a version each time", async () => {
    await syncWith("a", ["1"]);
    await syncWith("a", ["1", "2", "3"]);
    await syncWith("a", ["3"]);
    await syncWith("a", ["3", "1"]);
    expect(await differences("a")).toEqual([
      null,
      difference({ both: 1, added: 2 }),
      difference({ gone: 2, both: 1 }),
      difference({ both: 1, added: 1 }),
    ]);
    expect(await withdrawn("a")).toEqual([idOf("2")]);
    expect(await withdrawn("a", 3)).toEqual([idOf("1"), idOf("2")].toSorted());
    expect(await ledger("a")).toMatchObject({ read: 2, inserted: 0, duplicate: 2 });
    expect(await syncOnce([trail.url])).toMatchObject({ filesUnchanged: 1, bytesCompressed: 0 });
  });

  it("is the same version when only its packing or its time changes, and the ledger says so", async () => {
    await syncWith("a", ["1", "2"]);
    expect(await ledger("a")).toMatchObject({ is_copied: false });
    const text = logText([testRecord("1"), testRecord("2")]);
    const repacked = gzipSync(text, { level: 1 });
    expect(gunzipSync(repacked).toString()).toBe(text);
    await trail.put(logKey("a"), repacked);
    expect(await syncOnce([trail.url])).toMatchObject({ filesIngested: 1, eventsInserted: 0 });
    expect(await ledger("a")).toMatchObject({ read: 2, inserted: 2, duplicate: 0, is_copied: true });
    expect(await versions("a")).toEqual([]);
    await syncWith("a", ["1"]);
    expect(await ledger("a")).toMatchObject({ is_copied: false });
  });

  it("shares events with another file, which keeps them", async () => {
    await syncWith("b", ["2", "3"]);
    await syncWith("a", ["1", "2"]);
    await syncWith("a", ["1"]);
    expect(await withdrawn("a")).toEqual([idOf("2")]);
    expect(await withdrawn("b")).toEqual([]);
    expect(await differences("a")).toEqual([null, difference({ gone: 1, both: 1 })]);
    await syncWith("b", ["3"]);
    expect(await withdrawn("b")).toEqual([idOf("2")]);
    expect((await pool().query("SELECT FROM event")).rowCount).toBe(3);
  });

  it("brings an event first that another file brings later", async () => {
    await syncWith("a", ["1"]);
    await syncWith("a", ["2"]);
    await syncWith("b", ["1", "2"]);
    await syncWith("a", ["2", "1"]);
    expect(await withdrawn("a")).toEqual([]);
    expect((await ledger("b")).inserted).toBe(0);
    expect(await differences("a")).toEqual([
      null,
      difference({ gone: 1, added: 1 }),
      difference({ both: 1, added: 1 }),
    ]);
  });
});

describe("a file that turns bad", () => {
  it("has failed with its reason, and its events are marked as not in it", async () => {
    await syncWith("a", ["1", "2"]);
    for (const bad of ["nonsense", ""]) {
      expect(await syncWith("a", bad)).toMatchObject({ filesFailed: 1 });
      expect(await ledger("a")).toMatchObject({ state: "failed", reason: expect.any(String), read: 0 });
      expect(await withdrawn("a")).toHaveLength(2);
    }
    expect(await versions("a")).toMatchObject([
      { state: "ingested", recordsRead: 2 },
      { state: "failed", reason: expect.stringContaining("not"), difference: difference({ gone: 2 }) },
      { state: "failed", reason: "The file is empty (0 bytes).", difference: difference({}), toCommitNo: null },
    ]);
    expect(await syncOnce([trail.url])).toMatchObject({ filesFailed: 1, bytesCompressed: 0 });
  });

  it("and good again holds them again; rejected records and conflicts too", async () => {
    const altered = testRecord("1", { errorCode: "AccessDenied" });
    const good = ["1", altered, "2", testRecord("timeless", { eventTime: undefined })];
    await syncWith("a", good);
    const dump = await dumpEvents();
    await syncWith("a", "nonsense");
    const { rows } = await pool().query("SELECT withdrawn_commit_no FROM rejected_record");
    expect(rows).toEqual([{ withdrawn_commit_no: 2 }]);
    expect(await withdrawn("a")).toHaveLength(2);
    await syncWith("a", good);
    expect(await dumpEvents()).toEqual(dump);
    expect(await withdrawn("a", 2)).toHaveLength(2);
    expect(await withdrawn("a", 3)).toEqual([]);
    expect(await differences("a")).toEqual([null, difference({ gone: 2 }), difference({ added: 2 })]);
  });

  it("only in reading, while the object is as it was, takes nothing back", async () => {
    await syncWith("a", ["1", "2"]);
    const original = await ledger("a");
    const place = `${trail.root}/${logKey("a")}`;
    const [bytes, { mtime }] = [await readFile(place), await stat(place)];
    const rewrite = async (content: Uint8Array) => {
      await writeFile(place, content);
      await utimes(place, mtime, mtime);
    };
    await rewrite(Buffer.from(bytes).fill(0xff, 40, 60));
    expect(await syncOnce([trail.url], { eventSources: "all" })).toMatchObject({ filesFailed: 1, filesIngested: 0 });
    expect(await ledger("a")).toEqual({
      ...original,
      reason: expect.stringMatching(/^It couldn't be read again: The gz/),
    });
    expect(await versions("a")).toEqual([]);
    await expectSoundDatabase();
    await rewrite(bytes);
    expect(await syncOnce([trail.url], { eventSources: "all" })).toMatchObject({ filesIngested: 1, filesFailed: 0 });
    expect(await ledger("a")).toEqual(original);
  });
});

describe("a record that is altered under its id", () => {
  it("stays as it was read first, wherever it stands, and the other bytes are a conflict", async () => {
    const altered = testRecord("1", { errorCode: "AccessDenied" });
    await syncWith("a", ["2", "1"]);
    await syncWith("a", [altered, "2"]);
    const recordOf = async (name: string) =>
      (await pool().query("SELECT record::text FROM event_record WHERE event_id = $1", [idOf(name)])).rows[0].record;
    expect(await recordOf("1")).toBe(JSON.stringify(testRecord("1")));
    const conflicts = async () => (await pool().query("SELECT record::text FROM event_conflict")).rows;
    expect(await conflicts()).toEqual([{ record: JSON.stringify(altered) }]);
    expect(await differences("a")).toEqual([null, difference({ both: 2, changed: 1 })]);

    // Read once more by wider rules, the order stays.
    await syncOnce([trail.url], { eventSources: "all" });
    expect(await recordOf("1")).toBe(JSON.stringify(testRecord("1")));
    expect(await conflicts()).toHaveLength(1);

    await syncWith("a", ["1", "2"], { eventSources: "all" });
    expect(await differences("a")).toEqual([
      null,
      difference({ both: 2, changed: 1 }),
      difference({ both: 2, changed: 1 }),
    ]);
    const open = await pool().query("SELECT sha256 FROM withdrawal WHERE to_commit_no IS NULL");
    const conflict = await pool().query("SELECT sha256 FROM event_conflict");
    expect(open.rows).toEqual(conflict.rows);
  });
});

describe("EVENT_SOURCES and a changed content", () => {
  it("narrower doesn't know of what it leaves out; wider finds out", async () => {
    await syncWith("a", ["1", other("2"), other("3")], { eventSources: "s3.amazonaws.com" });
    await syncWith("a", ["4", other("3")]);
    expect(await differences("a")).toEqual([null, difference({ gone: 1, added: 1, unsure: 2 })]);
    expect(await withdrawn("a")).toEqual([idOf("1")]);
    await syncOnce([trail.url], { eventSources: "all" });
    expect(await withdrawn("a")).toEqual([idOf("1"), idOf("2")].toSorted());
    expect(await withdrawn("a", 2)).toEqual([idOf("1")]);
    expect(await differences("a")).toEqual([null, difference({ gone: 2, both: 1, added: 1 })]);
    expect(await ledger("a")).toMatchObject({ read: 2, inserted: 1, duplicate: 1, filtered: 0 });
    await expectSoundDatabase();
    await syncOnce([trail.url]);
    expect(await ledger("a")).toMatchObject({ read: 2, inserted: 1, duplicate: 0, filtered: 1 });
    expect(await withdrawn("a")).toEqual([idOf("1"), idOf("2")].toSorted());
  });

  it("wider in the same pass tells exactly", async () => {
    await syncWith("a", ["1", other("2")]);
    await syncWith("a", [other("2"), other("3")], { eventSources: "all" });
    expect(await differences("a")).toEqual([null, difference({ gone: 1, added: 2 })]);
  });
});

import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, trailFolder } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

/** A pseudo-random sequence that is the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** Files that repeat each other's events, with the same bytes and with others, also within one file. */
function filesOf(seed: number): [string, unknown[]][] {
  const next = random(seed);
  const pick = (count: number) => Math.floor(next() * count);
  return Array.from({ length: 9 }, (_, number) => {
    const records = Array.from({ length: 1 + pick(8) }, () => {
      const event = pick(12);
      const version = pick(5) > 2 ? pick(4) : 0;
      return testRecord(`event ${event}`, {
        eventTime: `2024-05-0${1 + (event % 3)}T1${version}:00:00Z`,
        eventName: ["UpdateProject", "DeleteProject", "DescribeProject", "NewAction"][version],
        errorCode: version === 3 ? "AccessDenied" : undefined,
        requestParameters: { id: ["orchard", "meadow"][version % 2], name: `version ${version}` },
        userIdentity: {
          type: "IAMUser",
          principalId: `AIDA${version % 2}${event % 2}`,
          userName: `called ${version}`,
          accountId: "111122223333",
          arn: `arn:aws:iam::111122223333:user/${version}`,
        },
      });
    });
    if (pick(3) === 0) records.push(testRecord("timeless", { eventTime: undefined }));
    return [logKey(String.fromCharCode(97 + number), `2024/05/0${1 + pick(3)}`), records];
  });
}

function shuffled<T>(items: T[], seed: number): T[] {
  const next = random(seed);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe("the order of files", () => {
  it.each([1, 2, 3])("doesn't matter: all at once, one by one, in groups (%i)", async (seed) => {
    const files = filesOf(seed);
    for (const [key, records] of files) await trail.putLog(key, records);
    await syncOnce([trail.url]);
    await expectSoundDatabase();
    const atOnce = await dumpEvents();
    expect(atOnce.conflicts?.length).toBeGreaterThan(3);
    expect(atOnce.events?.length).toBeGreaterThan(8);

    for (const [order, group] of [
      [files.toReversed(), 1],
      [shuffled(files, seed * 7), 1],
      [shuffled(files, seed * 11), 3],
      [shuffled(files, seed * 13), 5],
    ] as const) {
      await emptyDatabase();
      const other = await trailFolder();
      for (let at = 0; at < order.length; at += group) {
        for (const [key, records] of order.slice(at, at + group)) await other.putLog(key, records);
        await syncOnce([other.url]);
      }
      expect(await dumpEvents()).toEqual(atOnce);
      await expectSoundDatabase();
      await other.destroy();
    }
  });
});

describe("an event that is delivered again", () => {
  it("is one event whose file is the lowest, and each delivery is remembered", async () => {
    const record = testRecord("twice");
    for (const name of ["c", "a", "b"]) {
      await trail.putLog(logKey(name), [testRecord(`own ${name}`), record]);
      await syncOnce([trail.url]);
    }
    const { rows } = await pool().query(
      `SELECT f.key, e.position, e.commit_no, e.log_file_commit_no, i.key AS inserted FROM event e JOIN log_file f ON f.id = e.log_file_id
       JOIN log_file i ON i.id = e.inserted_from WHERE e.event_id = $1`,
      [record.eventID],
    );
    expect(rows).toEqual([
      { key: logKey("a"), position: 1, commit_no: 1, log_file_commit_no: 2, inserted: logKey("c") },
    ]);
    const deliveries = await pool().query(
      "SELECT f.key, d.commit_no FROM event_delivery d JOIN log_file f ON f.id = d.log_file_id ORDER BY 1",
    );
    expect(deliveries.rows).toEqual([
      { key: logKey("a"), commit_no: 2 },
      { key: logKey("b"), commit_no: 3 },
    ]);
  });

  it("with other bytes is a conflict, counted as a duplicate; the lower file's version is the event", async () => {
    const first = testRecord("x", { requestParameters: { id: "meadow" }, eventName: "DeleteProject" });
    const second = testRecord("x", { requestParameters: { id: "orchard" }, errorCode: "AccessDenied" });
    await trail.putLog(logKey("b"), [first]);
    await syncOnce([trail.url]);
    await trail.putLog(logKey("a"), [testRecord("other"), second]);
    expect(await syncOnce([trail.url])).toMatchObject({ recordsRead: 2, eventsInserted: 1, recordsDuplicate: 1 });
    const { rows } = await pool().query(
      `SELECT r.record::text, j.project_id, a.event_name, e.outcome, e.commit_no, f.key FROM event e JOIN event_record r USING (event_id)
       JOIN project j ON j.id = e.project_ref JOIN action a ON a.id = e.action_ref JOIN log_file f ON f.id = e.log_file_id
       WHERE event_id = $1`,
      [first.eventID],
    );
    expect(rows).toEqual([
      {
        record: JSON.stringify(second),
        project_id: "orchard",
        event_name: "UpdateProject",
        outcome: "failure",
        commit_no: 1,
        key: logKey("a"),
      },
    ]);
    const conflicts = await pool().query(
      "SELECT c.record::text, f.key, c.position FROM event_conflict c JOIN log_file f ON f.id = c.log_file_id",
    );
    expect(conflicts.rows).toEqual([{ record: JSON.stringify(first), key: logKey("b"), position: 0 }]);
  });

  it("in two trails under one key is still one event", async () => {
    const other = await trailFolder();
    await trail.putLog(logKey("a"), [testRecord("x")]);
    await other.putLog(logKey("a"), [testRecord("x"), testRecord("x", { errorCode: "No" })]);
    expect(await syncOnce([trail.url, other.url])).toMatchObject({
      filesIngested: 2,
      recordsRead: 3,
      eventsInserted: 1,
      recordsDuplicate: 2,
    });
    expect((await pool().query("SELECT FROM event_conflict")).rowCount).toBe(1);
    const run = await pool().query(
      "SELECT t.url, r.records_read FROM sync_run_trail r JOIN trail t ON t.id = r.trail_id ORDER BY t.id",
    );
    expect(run.rows).toEqual([
      { url: trail.url, records_read: 1 },
      { url: other.url, records_read: 2 },
    ]);
    await other.destroy();
  });
});

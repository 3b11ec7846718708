import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

describe("a pass", () => {
  it("brings the family's records in and counts every other", async () => {
    await trail.putLog(logKey("a"), [
      testRecord("1"),
      testRecord("2"),
      testRecord("3", { eventSource: "s3.amazonaws.com" }),
    ]);
    await trail.putLog(logKey("b"), [testRecord("2"), testRecord("4", { eventTime: "yesterday" })]);
    const summary = await syncOnce([trail.url]);
    expect(summary).toMatchObject({
      state: "complete",
      filesListed: 2,
      filesIngested: 2,
      recordsRead: 5,
      eventsInserted: 2,
      recordsDuplicate: 1,
      recordsFiltered: 1,
      recordsRejected: 1,
      failures: [],
    });
    const { rows } = await pool().query(
      `SELECT r.record::text AS record, f.key, e.summary, p.name, j.project_id
       FROM event e JOIN event_record r USING (event_id) JOIN log_file f ON f.id = e.log_file_id
       JOIN principal p ON p.id = e.principal_ref JOIN project j ON j.id = e.project_ref ORDER BY e.request_id`,
    );
    const delivered = ["1", "2"].map((name) => JSON.stringify(testRecord(name)));
    expect(new Set(rows.map((row) => row.record))).toEqual(new Set(delivered));
    expect(rows[0]).toMatchObject({ key: logKey("a"), name: "Ana", project_id: "orchard" });
    const run = await pool().query("SELECT state, error, finished_at FROM sync_run");
    expect(run.rows).toEqual([{ state: "complete", error: null, finished_at: expect.any(Date) }]);
  });

  it("finds nothing to do the second time", async () => {
    await trail.putLog(logKey("a"), [testRecord("1")]);
    await trail.put(logKey("bad"), "{}");
    await syncOnce([trail.url]);
    const again = await syncOnce([trail.url]);
    expect(again).toMatchObject({
      filesListed: 2,
      filesUnchanged: 1,
      filesFailed: 1,
      filesIngested: 0,
      recordsRead: 0,
      bytesCompressed: 0,
    });
    expect(again.failures).toEqual([{ key: logKey("bad"), reason: expect.stringContaining("no Records") }]);
  });
});

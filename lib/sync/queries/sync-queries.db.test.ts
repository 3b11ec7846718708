import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { COUNTER_NAMES } from "#lib/sync/counters.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { countLogFiles } from "./count-log-files.ts";
import { getLogFile } from "./get-log-file.ts";
import { getRun } from "./get-run.ts";
import { listLogFiles } from "./list-log-files.ts";
import { listRuns } from "./list-runs.ts";
import { syncState } from "./sync-state.ts";

let trail: TrailFolder;
beforeEach(async () => {
  await emptyDatabase();
  trail = await trailFolder();
});
afterEach(() => trail.destroy());

describe("runs", () => {
  it("tell of the newest event of those that are shown, not of what other services did", async () => {
    const stack = {
      eventSource: "cloudformation.amazonaws.com",
      requestParameters: { stackName: "awscodestar-orchard" },
    };
    const related = testRecord("2", { ...stack, eventName: "CreateStack", eventTime: "2024-05-02T10:00:00Z" });
    await trail.putLog(logKey("a"), [testRecord("1"), related]);
    expect(await syncOnce([trail.url])).toMatchObject({ eventsInserted: 2 });
    expect(await syncState()).toMatchObject({ newestEventTime: "2024-05-01T10:00:00Z" });
  });

  it("carry the counters of the summary, in sum and per trail, and whether one is on", async () => {
    expect(await syncState()).toEqual({
      running: null,
      runs: [],
      trails: [],
      queues: [],
      newestEventTime: null,
      failedFiles: 0,
    });
    const other = await trailFolder();
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("2")]);
    await trail.put(logKey("b"), "bad");
    await other.putLog(logKey("a"), [testRecord("1")]);
    const summary = await syncOnce([trail.url, other.url]);
    const counters = Object.fromEntries(COUNTER_NAMES.map((name) => [name, summary[name]]));
    const inserted = await pool().query(
      "INSERT INTO sync_run (cause, from_date) VALUES ('request', '2024-01-01') RETURNING id",
    );
    const waiting = inserted.rows[0];

    const now = await syncState();
    expect(now).toMatchObject({ newestEventTime: "2024-05-01T10:00:00Z", failedFiles: 1 });
    expect(now.trails.map(({ url }) => url)).toEqual([trail.url, other.url]);
    expect(now.running).toMatchObject({
      id: waiting.id,
      state: "waiting",
      startedAt: null,
      fromDate: "2024-01-01",
      trails: [],
    });
    expect(now.runs.map(({ id }) => id)).toEqual([waiting.id, 1]);
    expect(now.runs[1]).toMatchObject({ ...counters, state: "partial", cause: "command", error: null });
    expect(now.runs[1]?.trails).toMatchObject([
      { url: trail.url, state: "partial", filesListed: 2, filesFailed: 1, eventsInserted: 2 },
      { url: other.url, state: "complete", filesListed: 1, recordsDuplicate: 1 },
    ]);
    expect(now.runs[1]?.finishedAt).toMatch(/^\d{4}-.*Z$/);
    expect(await getRun(1)).toEqual(now.runs[1]);
    expect(await getRun(999)).toBeNull();
    expect(await listRuns({ before: waiting.id })).toEqual([now.runs[1]]);
    expect(JSON.parse(JSON.stringify(now))).toEqual(now);
    await other.destroy();
  });
});

describe("the ledger", () => {
  beforeEach(async () => {
    for (const name of ["a", "b", "c", "d"]) await trail.putLog(logKey(name), [testRecord(name), testRecord("shared")]);
    await trail.put(logKey("100%_bad"), "bad");
    await trail.put("notes.txt", "x");
    await syncOnce([trail.url]);
  });

  it("pages through every file once", async () => {
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listLogFiles({ limit: 2, cursor });
      expect(page.files.length).toBeLessThanOrEqual(2);
      keys.push(...page.files.map((file) => file.key));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(keys).toEqual([logKey("100%_bad"), logKey("a"), logKey("b"), logKey("c"), logKey("d"), "notes.txt"]);
  });

  it("filters by state, trail and part of the key", async () => {
    expect((await listLogFiles({ state: "failed" })).files).toMatchObject([
      { key: logKey("100%_bad"), reason: expect.any(String), attempts: 1, isDue: false },
    ]);
    expect((await listLogFiles({ trailId: 99 })).files).toEqual([]);
    expect((await listLogFiles({ key: "100%_" })).files).toHaveLength(1);
    expect((await listLogFiles({ key: "0%%" })).files).toHaveLength(0);
    expect((await listLogFiles({ key: "CloudTrail*_b.json" })).files).toHaveLength(1);
    expect((await listLogFiles({ cursor: "nonsense" })).files).toHaveLength(6);
  });

  it.each([
    ["a\0", 1],
    ["a", 70_000],
    ["a", -1],
    ["a", 1.5],
    [1, 1],
  ])("starts from the top at the cursor %j", async (...place) => {
    const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
    expect((await listLogFiles({ cursor })).files).toHaveLength(6);
  });

  it("finds nothing under a key that no file can have", async () => {
    expect(await listLogFiles({ key: "\0" })).toEqual({ files: [], nextCursor: null });
  });

  it("tells of one file which records were rejected, why, and how they begin", async () => {
    await trail.putLog(logKey("e"), [testRecord("e"), 7, { ...testRecord("f"), eventTime: "soon" }]);
    await syncOnce([trail.url]);
    const [file] = (await listLogFiles({ key: logKey("e") })).files;
    expect(await getLogFile(file?.id ?? 0)).toEqual({
      ...file,
      versions: [],
      rejectedTotal: 2,
      rejected: [
        { position: 1, reason: "The record is not a JSON object.", bytes: 1, beginning: "7", isWithdrawn: false },
        {
          isWithdrawn: false,
          position: 2,
          reason: expect.stringContaining("eventTime"),
          bytes: expect.any(Number),
          beginning: expect.stringContaining('"soon"'),
        },
      ],
    });
  });

  it("keeps what it tells of rejected records short, whatever their bytes are", async () => {
    const [file] = (await listLogFiles({ key: logKey("a") })).files;
    await pool().query(
      `INSERT INTO rejected_record (log_file_id, position, reason, bytes, commit_no)
       SELECT $1, place, 'no', decode(repeat('ff00', 5000), 'hex'), 1 FROM generate_series(1, 150) AS place`,
      [file?.id],
    );
    const detail = await getLogFile(file?.id ?? 0);
    expect(detail).toMatchObject({ rejectedTotal: 150 });
    expect(detail?.rejected).toHaveLength(100);
    expect(detail?.rejected[0]).toEqual({
      position: 1,
      reason: "no",
      bytes: 10_000,
      isWithdrawn: false,
      beginning: "\ufffd\0".repeat(1000),
    });
  });

  it.each([0, 99, Number.MAX_SAFE_INTEGER])("knows no file %d", async (id) => {
    expect(await getLogFile(id)).toBeNull();
  });

  it("tells of a file what it was before, and counts its records then and now", async () => {
    await trail.putLog(logKey("a"), [testRecord("a"), 7]);
    await syncOnce([trail.url]);
    await trail.putLog(logKey("a"), [testRecord("new")]);
    await trail.put("AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2024/05/01/x.json.gz", "x");
    await syncOnce([trail.url]);
    const replaced = await listLogFiles({ only: "replaced" });
    expect(replaced.files).toMatchObject([
      { key: logKey("a"), kind: "log", earlierVersions: 2, earlierEvents: 2, lackingEvents: 2, eventsInserted: 1 },
    ]);
    expect((await listLogFiles({ only: "digest" })).files).toMatchObject([{ kind: "digest", state: "skipped" }]);
    expect(await getLogFile(replaced.files[0]?.id ?? 0)).toMatchObject({
      versions: [
        { recordsRead: 2, difference: null },
        { recordsRead: 2, recordsRejected: 1, difference: { gone: 1, both: 1, added: 0 } },
        { recordsRead: 1, toCommitNo: null, difference: { gone: 1, both: 0, added: 1 } },
      ],
      rejected: [{ position: 1, isWithdrawn: true }],
    });
    const { rows } = await pool().query("SELECT count(*)::int AS events FROM event");
    expect(await countLogFiles()).toMatchObject({
      eventsInserted: rows[0].events,
      recordsRead: 8 + 2 + 1,
      recordsRejected: 1,
      sorts: { digest: 1, insight: 0, replaced: 1 },
    });
    expect(await countLogFiles({ trailId: 99 })).toMatchObject({ recordsRead: 0, sorts: { replaced: 0 } });
  });

  it("says since when a file is gone, until it is back", async () => {
    await trail.remove(logKey("a"));
    await syncOnce([trail.url]);
    const gone = async () => (await listLogFiles({ key: logKey("a") })).files[0];
    const first = await gone();
    expect(first).toMatchObject({ state: "expired", expiredAt: expect.any(String), recordsRead: 2 });
    await syncOnce([trail.url]);
    expect(await gone()).toEqual(first);
    await trail.putLog(logKey("a"), [testRecord("a"), testRecord("shared")]);
    await syncOnce([trail.url]);
    expect(await gone()).toMatchObject({ state: "ingested", expiredAt: null });
  });

  it("counts by state, and the records of all files", async () => {
    expect(await countLogFiles()).toMatchObject({
      files: { pending: 0, ingested: 4, skipped: 1, archived: 0, failed: 1, expired: 0, total: 6 },
      recordsRead: 8,
      eventsInserted: 5,
      recordsDuplicate: 3,
      recordsFiltered: 0,
      recordsRejected: 0,
    });
    expect((await countLogFiles({ trailId: 99 })).files.total).toBe(0);
  });
});

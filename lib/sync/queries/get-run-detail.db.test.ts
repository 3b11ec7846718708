import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { getRunDetail } from "./get-run-detail.ts";
import { syncState, type SyncState } from "./sync-state.ts";

let trail: TrailFolder;
beforeEach(async () => {
  await emptyDatabase();
  trail = await trailFolder();
});
afterEach(() => trail.destroy());

describe("a pass", () => {
  beforeEach(async () => {
    await trail.putLog(logKey("a"), [testRecord("1"), testRecord("2", { eventTime: "2024-05-01T11:00:00Z" })]);
    await trail.put(logKey("bad"), "bad");
    await syncOnce([trail.url]);
  });

  it("has its commits, its failures and its newest events", async () => {
    const detail = await getRunDetail(1);
    expect(detail?.run).toMatchObject({ id: 1, state: "partial", filesListed: 2, filesFailed: 1 });
    expect(detail?.failed).toMatchObject([{ key: logKey("bad"), readRunId: 1 }]);
    expect(detail?.files).toMatchObject({ total: 2, ingested: 1, failed: 1 });
    expect(detail?.events.map(({ eventTime }) => eventTime)).toEqual(["2024-05-01T11:00:00Z", "2024-05-01T10:00:00Z"]);
    expect(detail?.total).toBeGreaterThan(0);
    expect(detail?.commits.reduce((sum, { events }) => sum + events, 0)).toBe(2);
    expect(detail?.last).toBe(detail?.commits[0]?.no);
  });

  it("that came later has its own files and events, and not those that it only met again", async () => {
    await trail.putLog(logKey("b"), [testRecord("3", { eventTime: "2023-01-01T00:00:00Z" }), testRecord("1")]);
    await syncOnce([trail.url]);
    const later = await getRunDetail(2);
    expect(later?.run).toMatchObject({ filesListed: 3, filesUnchanged: 1, filesFailed: 1, recordsDuplicate: 1 });
    expect(later?.files).toMatchObject({ total: 1, ingested: 1, failed: 0 });
    expect(later?.failed).toEqual([]);
    expect(later?.events.map(({ eventTime }) => eventTime)).toEqual(["2023-01-01T00:00:00Z"]);
    expect((await getRunDetail(1))?.events).toHaveLength(2);
  });

  it("that read nothing has no commit and no event", async () => {
    await syncOnce([trail.url]);
    expect(await getRunDetail(2)).toMatchObject({ commits: [], total: 0, first: null, last: null, events: [] });
  });

  it.each([0, 99, 999_999_999_999_999])("number %d was never there", async (id) => {
    expect(await getRunDetail(id)).toBeNull();
  });
});

describe("while a pass is on", () => {
  it("commits come in steps, and it says when all is listed", async () => {
    const names = Array.from({ length: 700 }, (_, place) => String(place).padStart(4, "0"));
    for (const name of names) await trail.putLog(logKey(name), [testRecord(name)]);
    const looks: Promise<SyncState>[] = [];
    await syncOnce([trail.url], { onProgress: () => void looks.push(syncState({ runs: 1 })) });
    for (const { running } of await Promise.all(looks))
      for (const part of running?.trails ?? []) expect(part.elapsedMs).toBeGreaterThan(0);
    expect((await getRunDetail(1))?.total).toBeGreaterThan(2);
    const [end] = (await syncState()).runs;
    expect(end?.trails).toMatchObject([{ isListed: true, filesIngested: names.length }]);
  });

  it("a trail that can't be listed never says that it is", async () => {
    await syncOnce([`${trail.url}/nothing-here`]);
    const { rows } = await pool().query("SELECT state, listed_at FROM sync_run_trail");
    expect(rows).toMatchObject([{ state: "failed", listed_at: null }]);
  });
});

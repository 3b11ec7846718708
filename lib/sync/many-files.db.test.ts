import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { createRun } from "./create-run.ts";
import { ensureTrails } from "./ensure-trails.ts";
import { openTrail } from "./open-trail.ts";
import { syncTrail, type TrailOutcome, type TrailProgress } from "./sync-trail.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "./testing/trail-folder.ts";
import { TrailError, type TrailSource } from "./trail-source.ts";

let trail: TrailFolder;
beforeEach(async () => {
  await emptyDatabase();
  trail = await trailFolder();
});
afterEach(async () => {
  await expectSoundDatabase();
  await trail.destroy();
});

/** A folder of log files with a record each, listed page by page as a bucket is; after `breaksAfter` pages its listing breaks off. */
async function bucketOf(files: number): Promise<{ source: TrailSource; breaksAfter: number | null }> {
  const put = (number: number) =>
    trail.putLog(logKey(String(number).padStart(5, "0"), "2023/01/01"), [testRecord(`${number}`)]);
  await Promise.all(Array.from({ length: files }, (_, number) => put(number)));
  const folder = openTrail(trail.url);
  const bucket: Awaited<ReturnType<typeof bucketOf>> = {
    breaksAfter: null,
    source: {
      ...folder,
      isLocal: false,
      list: async function* (prefix, signal) {
        let pages = 0;
        for await (const page of folder.list(prefix, signal)) {
          if (pages++ === bucket.breaksAfter) throw new TrailError("unreachable", "S3 doesn't answer.");
          yield page;
        }
      },
    },
  };
  return bucket;
}

async function pass(
  source: TrailSource,
  isFull = false,
  onProgress?: (progress: TrailProgress) => void,
): Promise<TrailOutcome> {
  const [row] = await ensureTrails([source.url]);
  if (!row) throw new Error("No trail.");
  const asked = { from: null, to: null, isFull };
  const run = await createRun(pool(), "command", asked);
  await pool().query("INSERT INTO sync_run_trail (sync_run_id, trail_id) VALUES ($1, $2)", [run.id, row.id]);
  const outcome = await syncTrail({
    runId: run.id,
    trail: row,
    asked,
    source,
    rules: keepRules(""),
    onProgress,
    signal: new AbortController().signal,
  });
  await pool().query("UPDATE sync_run SET state = 'complete', finished_at = now() WHERE id = $1", [run.id]);
  return outcome;
}

describe("many files", () => {
  it("5,000 that are unchanged are listed, and none is fetched", async () => {
    const bucket = await bucketOf(5_000);
    expect(await pass(bucket.source)).toMatchObject({
      error: null,
      counts: { filesListed: 5_000, filesIngested: 5_000 },
    });
    const { counts } = await pass(bucket.source, true);
    expect(counts).toMatchObject({ filesListed: 5_000, filesUnchanged: 5_000, recordsRead: 0, bytesCompressed: 0 });
  });

  it("are listed to the end before the first is read, if that takes its time", async () => {
    const { source } = await bucketOf(8_400);
    const listed = Promise.withResolvers<void>();
    let doneBefore = -1;
    const { open } = source;
    // The first files of a pass are opened here; while they wait, no others are on their way.
    source.open = async function* (file, options) {
      await listed.promise;
      yield* open(file, options);
    };
    const { counts } = await pass(source, false, ({ isListed, counts: now }) => {
      if (!isListed || doneBefore !== -1) return;
      doneBefore = now.filesIngested;
      expect(now.filesListed).toBe(8_400);
      listed.resolve();
    });
    expect(doneBefore).toBe(0);
    expect(counts).toMatchObject({ filesListed: 8_400, filesIngested: 8_400, eventsInserted: 8_400 });
    expect((await pool().query("SELECT FROM due_file")).rowCount).toBe(0);
  });

  it("of many small folders are put into the ledger together", async () => {
    const { source } = await bucketOf(400);
    const { list } = source;
    source.list = async function* (prefix) {
      for await (const page of list(prefix)) for (const file of page) yield [file];
    };
    await pool().query(`
      CREATE TABLE batch (at timestamptz DEFAULT clock_timestamp());
      CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO batch DEFAULT VALUES; RETURN NULL; END $$;
      CREATE TRIGGER note AFTER INSERT ON log_file FOR EACH STATEMENT EXECUTE FUNCTION note()`);
    expect(await pass(source)).toMatchObject({ error: null, counts: { filesListed: 400, filesIngested: 400 } });
    expect((await pool().query("SELECT FROM batch")).rowCount).toBeLessThan(40);
    await pool().query("DROP TRIGGER note ON log_file; DROP FUNCTION note; DROP TABLE batch");
  });

  it("that a pass by hand left waiting in an old folder are found by listing it, not one by one", async () => {
    const bucket = await bucketOf(50);
    await pass(bucket.source);
    await pool().query(
      `INSERT INTO log_file (trail_id, key, etag, size_bytes, state)
       SELECT trail_id, replace(key, '2023/01/01', '2022/01/01'), etag, 1, 'pending' FROM log_file`,
    );
    // One has gone since.
    for (let number = 1; number < 50; number++)
      await trail.putLog(logKey(String(number).padStart(5, "0"), "2022/01/01"), [testRecord(`old ${number}`)]);
    const lists: string[] = [];
    const { list } = bucket.source;
    bucket.source.list = (prefix, signal) => {
      lists.push(prefix);
      return prefix.includes("2022/") ? list(prefix, signal) : list("nothing/", signal);
    };
    expect(await pass(bucket.source)).toMatchObject({ error: null, counts: { filesListed: 49, filesIngested: 49 } });
    expect(lists.filter((prefix) => prefix.includes("2022/"))).toHaveLength(1);
    const { rows } = await pool().query("SELECT key FROM log_file WHERE state = 'expired'");
    expect(rows).toEqual([{ key: logKey("00000", "2022/01/01") }]);
  });

  it("whose first listing breaks off are gone on with, and none is taken for gone", async () => {
    const bucket = await bucketOf(3_500);
    bucket.breaksAfter = 2;
    expect(await pass(bucket.source)).toMatchObject({ error: "S3 doesn't answer.", counts: { filesIngested: 2_000 } });
    const history = async () =>
      (await pool().query("SELECT last_complete_pass_at, last_full_pass_at FROM trail")).rows[0];
    expect(await history()).toEqual({ last_complete_pass_at: null, last_full_pass_at: null });
    const states = "SELECT state, count(*) FROM log_file GROUP BY 1";
    expect((await pool().query(states)).rows).toEqual([{ state: "ingested", count: 2_000 }]);

    bucket.breaksAfter = null;
    expect(await pass(bucket.source)).toMatchObject({
      error: null,
      counts: { filesListed: 3_500, filesUnchanged: 2_000, filesIngested: 1_500 },
    });
    expect((await history()).last_full_pass_at).toBeInstanceOf(Date);
    expect((await pool().query(states)).rows).toEqual([{ state: "ingested", count: 3_500 }]);
  });
});

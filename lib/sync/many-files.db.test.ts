import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { createRun } from "./create-run.ts";
import { ensureTrails } from "./ensure-trails.ts";
import { syncTrail, type TrailOutcome, type TrailProgress } from "./sync-trail.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, logText } from "./testing/trail-folder.ts";
import { type ListedFile, TrailError, type TrailSource } from "./trail-source.ts";

const PAGE = 1_000;
beforeEach(() => emptyDatabase());
afterEach(() => expectSoundDatabase());

/** A bucket of log files with a record each, that counts what is fetched; `breaksAfter` pages its listing breaks off. */
function bucketOf(files: number): { source: TrailSource; opened: string[]; breaksAfter: number | null } {
  const keys = Array.from({ length: files }, (_, number) => logKey(String(number).padStart(5, "0"), "2023/01/01"));
  const listed = (key: string): ListedFile => ({
    key,
    etag: createHash("md5").update(key).digest("hex"),
    sizeBytes: 300,
    storageClass: "STANDARD",
    lastModified: new Date("2023-01-01T00:10:00Z"),
    isRestored: false,
    refusal: null,
  });
  const bucket: ReturnType<typeof bucketOf> = {
    opened: [],
    breaksAfter: null,
    source: {
      url: "s3://many",
      prefix: "",
      isLocal: false,
      concurrency: 8,
      list: async function* () {
        for (let at = 0; at < keys.length; at += PAGE) {
          if (bucket.breaksAfter !== null && at >= bucket.breaksAfter * PAGE)
            throw new TrailError("unreachable", "S3 doesn't answer.");
          yield keys.slice(at, at + PAGE).map(listed);
        }
      },
      folders: async () => ({ folders: ["AWSLogs/111122223333/CloudTrail/us-east-1/"], files: [] }),
      open: async function* ({ key }) {
        bucket.opened.push(key);
        yield gzipSync(logText([testRecord(key)]));
      },
      restoreHint: () => "",
    },
  };
  return bucket;
}

async function pass(
  source: TrailSource,
  isFull = false,
  onProgress?: (progress: TrailProgress) => void,
): Promise<TrailOutcome> {
  const [trail] = await ensureTrails([source.url]);
  if (!trail) throw new Error("No trail.");
  const asked = { from: null, to: null, isFull };
  const run = await createRun(pool(), "command", asked);
  await pool().query("INSERT INTO sync_run_trail (sync_run_id, trail_id) VALUES ($1, $2)", [run.id, trail.id]);
  const outcome = await syncTrail({
    runId: run.id,
    trail,
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
    const bucket = bucketOf(5_000);
    expect(await pass(bucket.source)).toMatchObject({
      error: null,
      counts: { filesListed: 5_000, filesIngested: 5_000 },
    });
    expect(bucket.opened).toHaveLength(5_000);
    bucket.opened.length = 0;
    const { counts } = await pass(bucket.source, true);
    expect(counts).toMatchObject({ filesListed: 5_000, filesUnchanged: 5_000, recordsRead: 0, bytesCompressed: 0 });
    expect(bucket.opened).toEqual([]);
  });

  it("are listed to the end before the first is read, if that takes its time", async () => {
    const { source } = bucketOf(12_000);
    const listed = Promise.withResolvers<void>();
    let doneBefore = -1;
    const open = source.open;
    source.open = async function* (file, signal) {
      await listed.promise;
      yield* open(file, signal);
    };
    const { counts } = await pass(source, false, ({ isListed, counts: now }) => {
      if (!isListed || doneBefore !== -1) return;
      doneBefore = now.filesIngested;
      expect(now.filesListed).toBe(12_000);
      listed.resolve();
    });
    expect(doneBefore).toBe(0);
    expect(counts).toMatchObject({ filesListed: 12_000, filesIngested: 12_000, eventsInserted: 12_000 });
    expect((await pool().query("SELECT FROM due_file")).rowCount).toBe(0);
    expect((await pool().query("SELECT FROM log_file WHERE etag <> md5(key)")).rowCount).toBe(0);
  });

  it("of many small folders are put into the ledger together", async () => {
    const { source } = bucketOf(400);
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
    const bucket = bucketOf(50);
    await pass(bucket.source);
    await pool().query(
      `INSERT INTO log_file (trail_id, key, etag, size_bytes, state)
       SELECT trail_id, replace(key, '2023/01/01', '2022/01/01'), etag, 1, 'pending' FROM log_file`,
    );
    const lists: string[] = [];
    const { list } = bucket.source;
    bucket.source.list = async function* (prefix) {
      lists.push(prefix);
      if (!prefix.includes("2022/")) return;
      for await (const page of list(prefix)) {
        const old = page.map((file) => ({ ...file, key: file.key.replace("2023/01/01", "2022/01/01") }));
        // One has gone since.
        yield old.slice(1);
      }
    };
    expect(await pass(bucket.source)).toMatchObject({ error: null, counts: { filesListed: 49, filesIngested: 49 } });
    expect(lists.filter((prefix) => prefix.includes("2022/"))).toHaveLength(1);
    const { rows } = await pool().query("SELECT key FROM log_file WHERE state = 'expired'");
    expect(rows).toEqual([{ key: logKey("00000", "2022/01/01") }]);
  });

  it("whose first listing breaks off are gone on with, and none is taken for gone", async () => {
    const bucket = bucketOf(3_500);
    bucket.breaksAfter = 2;
    expect(await pass(bucket.source)).toMatchObject({ error: "S3 doesn't answer.", counts: { filesIngested: 2_000 } });
    const history = async () =>
      (await pool().query("SELECT last_complete_pass_at, last_full_pass_at FROM trail")).rows[0];
    expect(await history()).toEqual({ last_complete_pass_at: null, last_full_pass_at: null });
    const states = "SELECT state, count(*) FROM log_file GROUP BY 1";
    expect((await pool().query(states)).rows).toEqual([{ state: "ingested", count: 2_000 }]);

    bucket.breaksAfter = null;
    bucket.opened.length = 0;
    expect(await pass(bucket.source)).toMatchObject({
      error: null,
      counts: { filesListed: 3_500, filesUnchanged: 2_000, filesIngested: 1_500 },
    });
    expect(bucket.opened).toHaveLength(1_500);
    expect((await history()).last_full_pass_at).toBeInstanceOf(Date);
    expect((await pool().query(states)).rows).toEqual([{ state: "ingested", count: 3_500 }]);
  });
});

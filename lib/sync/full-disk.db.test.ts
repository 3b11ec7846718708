import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrate } from "#lib/db/migrate.ts";
import { closePool, pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "#scripts/embedded-postgres.ts";
import { dumpEvents } from "./testing/dump-events.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "./testing/trail-folder.ts";

// A Postgres of its own whose files the system lets grow no further, as when its disk is full.

/** More than a WAL segment, less than the records need. */
const ROOM_BYTES = 20 * 1024 * 1024;
const FILES = 24;

let folder: string;
let server: EmbeddedPostgres;
let trail: TrailFolder;
beforeAll(async () => {
  folder = await mkdtemp(path.join(process.cwd(), ".test-full-disk-"));
  server = await startEmbeddedPostgres({ dataDir: folder, settings: { fsync: "off", shared_buffers: "16MB" } });
  await migrate(server.url);
  process.env.DATABASE_URL = server.url;
  trail = await trailFolder();
  for (let number = 0; number < FILES; number++) {
    const records = Array.from({ length: 400 }, (_, index) =>
      testRecord(`event ${number} ${index}`, {
        requestParameters: { id: "orchard", text: randomBytes(1_200).toString("hex") },
      }),
    );
    await trail.putLog(logKey(`f${number}`), records);
  }
});
afterAll(async () => {
  await closePool();
  await trail?.destroy();
  await server?.stop();
  await server?.removeData();
  await rm(folder, { recursive: true, force: true });
});

/** For the connections that Postgres takes from now on. */
async function letFilesGrowTo(bytes: number | "unlimited"): Promise<void> {
  // As the server's own user, who may change its limits.
  const { uid, gid } = await stat(`/proc/${server.pid}`);
  execFileSync("prlimit", [`--pid=${server.pid}`, `--fsize=${bytes}:unlimited`], { uid, gid, cwd: "/" });
  await closePool();
}

it("a full disk ends the pass with a sentence, and once there is room nothing is missing or double", async () => {
  await syncOnce([trail.url]);
  const undisturbed = await dumpEvents();
  await emptyDatabase();

  await letFilesGrowTo(ROOM_BYTES);
  await expect(syncOnce([trail.url])).rejects.toThrow(/could not (extend|write to) file/);
  await letFilesGrowTo("unlimited");
  const { rows } = await pool().query("SELECT state, error FROM sync_run ORDER BY id DESC LIMIT 1");
  expect(rows[0]).toMatchObject({
    state: "failed",
    error: expect.stringMatching(/^The database has no room left: make room on its disk; the next pass takes up/),
  });
  await expectSoundDatabase();
  const kept = Number((await pool().query("SELECT count(*) AS n FROM log_file WHERE state = 'ingested'")).rows[0].n);
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(FILES);

  expect(await syncOnce([trail.url])).toMatchObject({ state: "complete", filesUnchanged: kept, filesFailed: 0 });
  await expectSoundDatabase();
  expect(await dumpEvents()).toEqual(undisturbed);
});

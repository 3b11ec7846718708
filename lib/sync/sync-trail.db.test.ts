import { readdir, rename, rm, symlink, utimes } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { createRun } from "./create-run.ts";
import { ensureTrails } from "./ensure-trails.ts";
import { openTrail } from "./open-trail.ts";
import { syncTrail, type TrailOutcome } from "./sync-trail.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const CLOSED = "111122223333";
const OPEN = "444455556666";
const asked = { from: null, to: null, isFull: false };
const trail = trailOfEachTest();
beforeEach(async () => {
  for (let number = 0; number < 60; number++)
    await trail.putLog(logKey(`${number}`, "2024/05/01", CLOSED), [testRecord(`closed ${number}`)]);
  for (let number = 0; number < 5; number++)
    await trail.putLog(logKey(`${number}`, "2024/05/01", OPEN), [testRecord(`open ${number}`)]);
});

/** How the files of a folder that was listed can't be opened any more. */
const closings = {
  denied: async (folder: string) => {
    await rename(folder, `${trail.root}/elsewhere`);
    await symlink(`${trail.root}/elsewhere`, folder);
  },
  changed: async (folder: string) => {
    for (const name of await readdir(folder, { recursive: true })) await utimes(path.join(folder, name), 1, 1);
  },
  unreachable: async (folder: string) => {
    await rm(folder, { recursive: true });
    await symlink(folder, folder);
  },
};

/** A pass in which one account's files, the first in the listing, can't be opened. */
async function passWithout(kind: keyof typeof closings): Promise<TrailOutcome> {
  const [row] = await ensureTrails([trail.url]);
  if (!row) throw new Error("No trail.");
  const run = await createRun(pool(), "command", asked);
  await pool().query("INSERT INTO sync_run_trail (sync_run_id, trail_id) VALUES ($1, $2)", [run.id, row.id]);
  const source = openTrail(row.url);
  return syncTrail({
    runId: run.id,
    trail: row,
    asked,
    rules: keepRules(""),
    signal: new AbortController().signal,
    source: {
      ...source,
      async *list(prefix, signal) {
        for await (const page of source.list(prefix, signal)) {
          if (page.some(({ key }) => key.includes(CLOSED)))
            await closings[kind](path.join(trail.root, "AWSLogs", CLOSED));
          yield page;
        }
      },
    },
  });
}
const eventCount = async () => (await pool().query("SELECT FROM event")).rowCount;

describe("a stretch of files that can't be opened", () => {
  it.each(["denied", "changed"] as const)(
    "fails file by file when each is refused (%s): the rest is in",
    async (kind) => {
      const outcome = await passWithout(kind);
      expect(outcome).toMatchObject({ error: null, counts: { filesListed: 65, filesIngested: 5, filesFailed: 60 } });
      expect(outcome.failures).toHaveLength(60);
      expect(await eventCount()).toBe(5);
      expect((await pool().query("SELECT FROM trail WHERE last_full_pass_at IS NOT NULL")).rowCount).toBe(1);
    },
  );

  it("ends the trail when nothing answers any more", async () => {
    expect(await passWithout("unreachable")).toMatchObject({ error: expect.stringMatching(/ELOOP/) });
    expect((await pool().query("SELECT FROM trail WHERE last_full_pass_at IS NOT NULL")).rowCount).toBe(0);
  });
});

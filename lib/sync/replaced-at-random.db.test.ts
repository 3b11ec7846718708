import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { expectSoundDatabase } from "./testing/expect-sound-database.ts";
import { syncOnce } from "./testing/sync-once.ts";
import { testRecord } from "./testing/test-record.ts";
import { logKey } from "./testing/trail-folder.ts";
import { trailOfEachTest } from "./testing/trail-of-each-test.ts";

const trail = trailOfEachTest();

const idOf = (name: string) => String(testRecord(name).eventID);
const NAMES = ["a", "b", "c"];

/** Events that a file delivered at any time, and those of them that it is marked to lack. */
async function deliveredBy(name: string): Promise<{ state: string; all: string[]; lacking: string[] }> {
  const { rows } = await pool().query(
    `SELECT f.state,
       ARRAY(SELECT event_id FROM event WHERE inserted_from = f.id
             UNION SELECT event_id FROM event_delivery WHERE log_file_id = f.id) AS "all",
       ARRAY(SELECT event_id FROM withdrawal WHERE log_file_id = f.id AND sha256 IS NULL AND is_certain
             AND to_commit_no IS NULL) AS lacking
     FROM log_file f WHERE key = $1`,
    [logKey(name)],
  );
  return rows[0] ?? { state: "none", all: [], lacking: [] };
}

describe("any sequence of contents", () => {
  it.each([1, 2, 3])("leaves a sound ledger and every event that was ever read (%i)", async (seed) => {
    let state = seed;
    const pick = (count: number) => ((state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % 9_973) % count;
    const seen = new Set<string>();
    for (let step = 0; step < 6; step++) {
      for (const name of NAMES) {
        if (pick(3) === 0) continue;
        if (pick(5) === 0) {
          await trail.put(logKey(name), ["bad", "", "{}"][pick(3)] ?? "");
          continue;
        }
        const records = Array.from({ length: pick(5) }, () => {
          const event = `${pick(6)}`;
          seen.add(idOf(event));
          const isOther = Number(event) > 3;
          return testRecord(event, {
            ...(isOther && { eventSource: "s3.amazonaws.com", eventName: "PutObject" }),
            ...(pick(4) === 0 && { errorCode: `Code${pick(2)}` }),
          });
        });
        if (pick(4) === 0) records.push(testRecord("timeless", { eventTime: undefined }));
        await trail.putLog(logKey(name), records);
      }
      await syncOnce([trail.url], { eventSources: pick(2) === 0 ? "" : "all" });
      await expectSoundDatabase();
    }
    await syncOnce([trail.url], { eventSources: "all" });
    const { rows } = await pool().query("SELECT count(*)::int AS events FROM event WHERE event_id = ANY ($1)", [
      [...seen],
    ]);
    expect(rows[0].events).toBeGreaterThan(3);
    // Against what the files hold now: an event is marked in a file exactly when the file lacks it.
    for (const name of NAMES) {
      const { state: fate, all, lacking } = await deliveredBy(name);
      if (fate !== "ingested") continue;
      const text = gunzipSync(await readFile(`${trail.root}/${logKey(name)}`)).toString();
      const held = new Set((JSON.parse(text).Records as { eventID: string }[]).map((record) => record.eventID));
      expect(lacking.toSorted()).toEqual(all.filter((event) => !held.has(event)).toSorted());
    }
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { expectSoundDatabase } from "#lib/sync/testing/expect-sound-database.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey, trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { listTrailRegions } from "./list-trail-regions.ts";

const EAST = ["111122223333", "us-east-1"] as const;
const WEST = ["444455556666", "eu-west-1"] as const;

let trail: TrailFolder;
beforeEach(async () => {
  await emptyDatabase();
  trail = await trailFolder();
});
afterEach(async () => {
  await expectSoundDatabase();
  await trail.destroy();
});

const put = (name: string, day: string, place: readonly [string, string], ...records: unknown[]) =>
  trail.putLog(logKey(name, day, ...place), records);
const event = (name: string, time: string, [account, region]: readonly [string, string], fields = {}) =>
  testRecord(name, { eventTime: time, recipientAccountId: account, awsRegion: region, ...fields });
const newest = async () => (await pool().query("SELECT * FROM newest_event ORDER BY 1, 2")).rows;

describe("an account and region of a trail", () => {
  it("has its newest log file of any service and its newest event; who fell silent stands first", async () => {
    expect(await listTrailRegions()).toMatchObject({ regions: [], total: 0, silent: 0 });
    await put("a", "2023/05/01", EAST, event("1", "2023-05-01T10:00:00Z", EAST));
    await put("b", "2023/05/20", EAST, {
      ...event("2", "2023-05-20T10:00:00Z", EAST),
      eventSource: "s3.amazonaws.com",
    });
    await put("a", "2023/05/02", WEST, event("3", "2023-05-02T08:00:00Z", WEST));
    await trail.put(logKey("bad", "2023/05/02", ...WEST), "bad");
    // A digest isn't a log file: it comes each hour whatever happens.
    await trail.put(`AWSLogs/${WEST[0]}/CloudTrail-Digest/${WEST[1]}/2023/05/20/digest.json.gz`, "{}");
    await syncOnce([trail.url]);
    const found = await listTrailRegions();
    expect(found).toMatchObject({ total: 2, silent: 1, now: expect.stringMatching(/Z$/) });
    expect(found.regions).toMatchObject([
      // A copy carries the time at which it was copied: no log file is later than the end of its folder's day.
      { accountId: WEST[0], region: WEST[1], newestLogFileAt: "2023-05-03T00:00:00Z", isSilent: true, filesFailed: 1 },
      { accountId: EAST[0], region: EAST[1], newestLogFileAt: "2023-05-21T00:00:00Z", isSilent: false, filesDue: 0 },
    ]);
    expect(found.regions.map(({ newestEventAt }) => newestEventAt)).toEqual([
      "2023-05-02T08:00:00Z",
      "2023-05-01T10:00:00Z",
    ]);
    expect(found.regions[0]).toMatchObject({ trailUrl: trail.url, newestLogFileState: "failed", filesDue: 0 });
    expect((await listTrailRegions({ limit: 1 })).regions).toHaveLength(1);
  });

  it("is as new as its file where that was delivered within its folder's day", async () => {
    await trail.putLog(logKey("a", "2023/11/14"), [testRecord("1")]);
    await syncOnce([trail.url]);
    const [file] = (await pool().query<{ at: Date }>("SELECT last_modified AS at FROM log_file")).rows;
    expect(Date.parse((await listTrailRegions()).regions[0]?.newestLogFileAt ?? "")).toBe(file?.at.getTime());
  });

  it("counts files that wait to be read again, and goes on with what comes later", async () => {
    await put("a", "2023/05/01", EAST, event("1", "2023-05-01T10:00:00Z", EAST));
    await syncOnce([trail.url]);
    await pool().query("UPDATE log_file SET is_due = true");
    expect((await listTrailRegions()).regions).toMatchObject([{ filesDue: 1, filesFailed: 0 }]);
    await put("b", "2023/05/03", EAST, event("2", "2023-05-03T10:00:00Z", EAST));
    await syncOnce([trail.url]);
    const [region] = (await listTrailRegions()).regions;
    expect(region).toMatchObject({ newestEventAt: "2023-05-03T10:00:00Z", filesDue: 0 });
    expect(region?.newestLogFileAt).toBe("2023-05-04T00:00:00Z");
  });
});

describe("the newest event", () => {
  it("goes back when another version of it, an older one, takes its place", async () => {
    await put(
      "b",
      "2023/05/01",
      EAST,
      event("x", "2023-05-01T12:00:00Z", EAST),
      event("y", "2023-05-01T09:00:00Z", EAST),
    );
    await syncOnce([trail.url]);
    expect(await newest()).toMatchObject([{ event_time: new Date("2023-05-01T12:00:00Z") }]);
    await put("a", "2023/05/01", EAST, event("x", "2023-05-01T07:00:00Z", EAST));
    await syncOnce([trail.url]);
    expect(await newest()).toMatchObject([{ event_time: new Date("2023-05-01T09:00:00Z") }]);
  });

  it("leaves a place that no event names any more", async () => {
    await put("b", "2023/05/01", EAST, event("x", "2023-05-01T12:00:00Z", EAST));
    await syncOnce([trail.url]);
    await put("a", "2023/05/01", EAST, event("x", "2023-05-01T12:00:00Z", WEST));
    await syncOnce([trail.url]);
    expect(await newest()).toMatchObject([{ account_id: WEST[0], region: WEST[1] }]);
  });
});

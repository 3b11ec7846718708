import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { insertEvents, insertLogFile } from "#lib/events/testing/insert-events.ts";
import { getEvent } from "./get-event.ts";
import { getRecord } from "./get-record.ts";

const record = String.raw`{ "eventID":"sha256:a/b?c", "nul":"\u0000", "lone":"\ud800",  "n":1.50 }`;
const id = "sha256:a/b?c";

beforeAll(async () => {
  await emptyDatabase();
  await insertEvents([{ eventId: id, record, logFile: "m.json.gz", project: "111122223333/eu-west-1/web" }]);
  const commitNo = await insertEvents([]);
  const fileId = await insertLogFile("a.json.gz", commitNo);
  await pool().query("INSERT INTO event_delivery VALUES ($1, $2, $3)", [id, fileId, commitNo]);
  await pool().query("UPDATE event SET log_file_id = $1, log_file_commit_no = $2", [fileId, commitNo]);
  await pool().query(
    "INSERT INTO event_conflict (event_id, log_file_id, position, sha256, record, commit_no, placed_commit_no) VALUES ($1, $2, 4, 'abc', $3, $4, $4)",
    [id, fileId, '{"other" : "\\u0000"}', commitNo],
  );
});

describe("getEvent", () => {
  it("tells everything known of an event, its record as delivered", async () => {
    const event = await getEvent(id);
    expect(event).toMatchObject({
      eventId: id,
      record,
      recordSha256: createHash("sha256").update(record).digest("hex"),
      recordBytes: record.length,
      principalKey: "AIDAALICE",
      principalLabel: "alice",
      trailUrl: "s3://trail",
      position: 0,
      commitNo: 1,
      logFile: "a.json.gz",
      deliveriesTotal: 2,
      deliveries: [
        { key: "a.json.gz", isFirst: false, commitNo: 2 },
        { key: "m.json.gz", isFirst: true, commitNo: 1, trailUrl: "s3://trail" },
      ],
      conflictsTotal: 1,
      conflicts: [{ key: "a.json.gz", position: 4, sha256: "abc", record: '{"other" : "\\u0000"}' }],
    });
  });

  it("knows less as of an earlier commit, and nothing before the first", async () => {
    expect(await getEvent(id, { asOf: 1 })).toMatchObject({
      logFile: "m.json.gz",
      deliveriesTotal: 1,
      conflicts: [],
      conflictsTotal: 0,
    });
    expect(await getEvent(id, { asOf: 0 })).toBeNull();
  });

  it.each(["", "nobody", "\0", "\ud800", "'; DROP TABLE event; --"])("knows no event %j", async (unknown) => {
    expect(await getEvent(unknown)).toBeNull();
    expect(await getRecord(unknown)).toBeNull();
  });
});

describe("where an event was found", () => {
  it("is trail, file and place of one and the same delivery", async () => {
    const late = "found-twice";
    await insertEvents([{ eventId: late, logFile: "z.json.gz" }]);
    const commitNo = await insertEvents([]);
    const fileId = await insertLogFile("b.json.gz", commitNo, "s3://other-trail");
    await pool().query("INSERT INTO event_delivery VALUES ($1, $2, $3)", [late, fileId, commitNo]);
    await pool().query("UPDATE event SET log_file_id = $1, log_file_commit_no = $2, position = 7 WHERE event_id = $3", [
      fileId,
      commitNo,
      late,
    ]);

    expect(await getEvent(late)).toMatchObject({ trailUrl: "s3://other-trail", logFile: "b.json.gz", position: 7 });
    expect(await getEvent(late, { asOf: commitNo - 1 })).toMatchObject({
      trailUrl: "s3://trail",
      logFile: "z.json.gz",
      position: null,
    });
  });
});

describe("an event that its log file lacks by now", () => {
  it("says since when, as of the commit that is asked for, and whether the bytes alone are others", async () => {
    const commitNo = await insertEvents([{ eventId: "lost", logFile: "lost.json.gz" }]);
    const file = await pool().query("SELECT id FROM log_file WHERE key = 'lost.json.gz'");
    const later = await insertEvents([]);
    const { rows } = await pool().query("SELECT record::text AS record FROM event_record WHERE event_id = 'lost'");
    const sha256 = createHash("sha256").update(rows[0].record).digest("hex");
    await pool().query("UPDATE log_file SET content_commit_no = $1 WHERE id = $2", [later, file.rows[0].id]);
    const mark = (of: string | null, isCertain: boolean) =>
      pool().query(
        "INSERT INTO withdrawal (event_id, log_file_id, sha256, is_certain, from_commit_no) VALUES ('lost', $1, $2, $3, $4)",
        [file.rows[0].id, of, isCertain, later],
      );
    await mark(sha256, true);
    const since = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(await getEvent("lost")).toMatchObject({
      isEarlierPosition: true,
      deliveries: [{ withdrawal: { since, isCertain: true, hasOtherBytes: true } }],
    });
    await mark(null, false);
    expect((await getEvent("lost"))?.deliveries).toMatchObject([
      { withdrawal: { since, isCertain: false, hasOtherBytes: false } },
    ]);
    expect(await getEvent("lost", { asOf: commitNo })).toMatchObject({
      isEarlierPosition: false,
      deliveries: [{ withdrawal: null }],
    });
    expect((await getEvent(id))?.conflicts).toMatchObject([{ isWithdrawn: false }]);
  });
});

describe("getRecord", () => {
  it("is the record as delivered", async () => {
    expect(await getRecord(id)).toBe(record);
  });
});

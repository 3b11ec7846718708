import { beforeAll, describe, expect, it } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { deriveEvent } from "#lib/codestar/derive-event.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { isDerivationDue } from "#lib/sync/derive-again.ts";
import { STAGED_COLUMNS, stagedEvent } from "#lib/sync/staged-row.ts";
import { expectSoundDatabase } from "#lib/sync/testing/expect-sound-database.ts";
import { makeEvents } from "./make-events.ts";

const EVENTS = 5_000;
const databaseUrl = () => process.env.DATABASE_URL ?? "";
const definitions = () =>
  queryRows(`SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2`);
let before: unknown;

beforeAll(async () => {
  before = await definitions();
  await makeEvents({ databaseUrl: databaseUrl(), events: EVENTS });
});

describe("makeEvents", () => {
  it("leaves a database as a pass leaves it: a balanced ledger, rollups that are the plain counts", async () => {
    await expectSoundDatabase();
    expect(await queryRows("SELECT count(*)::int AS events FROM event")).toEqual([{ events: EVENTS }]);
    expect(await queryRows("SELECT sum(events)::int AS events FROM rollup_hour")).toEqual([{ events: EVENTS }]);
    expect(await queryRows("SELECT state, records_read::int AS read FROM sync_run_trail")).toEqual([
      { state: "complete", read: EVENTS },
    ]);
    expect(await isDerivationDue()).toBe(false);
  });

  it("makes columns that are what the derivation makes of the record", async () => {
    const rows = await queryRows(
      `SELECT e.*, to_char(e.event_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS event_time, a.event_source, a.event_name, j.account_id AS project_account_id,
         j.region AS project_region, j.project_id, p.key AS principal_key, p.name AS principal_label,
         p.arn AS principal_key_arn, p.account_id AS principal_account_id, r.record::text
       FROM event e JOIN event_record r USING (event_id) JOIN action a ON a.id = e.action_ref
         JOIN principal p ON p.id = e.principal_ref LEFT JOIN project j ON j.id = e.project_ref`,
    );
    for (const row of rows) {
      const record = String(row["record"]);
      const parsed = parseEventRecord(JSON.parse(record));
      const event = parsed && deriveEvent(parsed, Buffer.from(record));
      if (!event || "rejected" in event) throw new Error(`No event: ${record}`);
      const place = { fileId: Number(row["inserted_from"]), position: Number(row["position"]) };
      const cells = stagedEvent(place, event, record, false).trimEnd().split("\t");
      const derived = STAGED_COLUMNS.map(([name], index) => [name, cells[index]]);
      const stored = STAGED_COLUMNS.map(([name]) => [name, cellOf(name, row)]);
      expect(stored).toEqual(derived);
    }
  });

  it("spreads them with few who do most", async () => {
    const [seen] = await queryRows(
      `SELECT count(DISTINCT action_ref)::int AS actions, count(DISTINCT account_id)::int AS accounts,
         count(DISTINCT region)::int AS regions, count(DISTINCT project_ref)::int AS projects,
         count(DISTINCT date_trunc('month', event_time))::int AS months,
         (avg((outcome = 'failure')::int) * 100)::int AS failed FROM event`,
    );
    expect(seen).toMatchObject({ accounts: 12, regions: 6, months: 60, failed: 4 });
    expect(seen?.["actions"]).toBeGreaterThan(35);
    expect(seen?.["projects"]).toBeGreaterThan(150);
    const [top] = await queryRows(
      "SELECT sum(n)::int AS n FROM (SELECT count(*) AS n FROM event GROUP BY principal_ref ORDER BY 1 DESC LIMIT 10) t",
    );
    expect(top?.["n"]).toBeGreaterThan(EVENTS / 5);
  });

  it("puts every index, key and reference back", async () => {
    expect(await definitions()).toEqual(before);
  });

  it("refuses a database that has events", async () => {
    await expect(makeEvents({ databaseUrl: databaseUrl(), events: 1 })).rejects.toThrow("has events already");
  });
});

/** A value as COPY writes it. */
function cellOf(name: string, row: Record<string, unknown>): string {
  const value = row[name];
  if (name === "file_id") return String(row["inserted_from"]);
  if (value === null || value === undefined) return String.raw`\N`;
  if (Array.isArray(value)) return `{${value.map((each) => `"${String(each)}"`).join(",")}}`;
  if (typeof value === "boolean") return value ? "t" : "f";
  return (typeof value === "string" ? value : JSON.stringify(value)).replaceAll("\\", "\\\\");
}

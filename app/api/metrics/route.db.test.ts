import { beforeEach, describe, expect, it, vi } from "vitest";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { queryRows } from "#lib/db/testing/query-rows.ts";
import { readMetricsText } from "#lib/metrics/testing/read-metrics-text.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey, trailFolder } from "#lib/sync/testing/trail-folder.ts";
import { GET } from "./route.ts";

// Outside of a server there is no request whose connection could be waited for.
vi.mock("next/server", () => ({ connection: () => Promise.resolve() }));

beforeEach(emptyDatabase);

const get = (search = "") => GET(new Request(`http://localhost:3000/api/metrics${search}`));

const metrics = async () => readMetricsText(await (await get()).text());

describe("GET /api/metrics", () => {
  it("tells of an empty database without making anything up", async () => {
    const response = await get();
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    const read = await metrics();
    for (const [name, { type, help }] of Object.entries(read)) {
      expect({ name, type }).toEqual({ name, type: name.endsWith("_total") ? "counter" : "gauge" });
      expect(help.length).toBeGreaterThan(10);
    }
    expect(read["astrolabe_events"]?.values).toEqual({ "": 0 });
    expect(read["astrolabe_log_files"]?.values).toEqual({});
    expect(read["astrolabe_sync_last_complete_timestamp_seconds"]?.values).toEqual({});
    expect(read["astrolabe_sync_run_duration_seconds"]?.values).toEqual({});
  });

  it("says what the ledger says", async () => {
    const trail = await trailFolder();
    await trail.putLog(logKey("a"), [
      testRecord("1"),
      testRecord("2"),
      testRecord("3", { eventSource: "s3.amazonaws.com" }),
    ]);
    await trail.putLog(logKey("b"), [testRecord("1"), 7]);
    await trail.put(logKey("c"), "bad");
    const summary = await syncOnce([trail.url]);
    await queryRows("INSERT INTO sync_run (cause) VALUES ('request')");
    const read = await metrics();
    const value = (name: string, labels: string) => read[`astrolabe_${name}`]?.values[labels];
    const place = `account="111122223333",region="us-east-1"`;
    expect(value("log_files", `{trail="${trail.url}",state="ingested"}`)).toBe(2);
    expect(value("log_files", `{trail="${trail.url}",state="failed"}`)).toBe(1);
    expect(value("log_files", `{trail="${trail.url}",state="archived"}`)).toBe(0);
    const fates = { inserted: 2, duplicate: 1, filtered: 1, rejected: 1 };
    for (const [fate, count] of Object.entries(fates))
      expect({ [fate]: value("records_total", `{trail="${trail.url}",fate="${fate}"}`) }).toEqual({ [fate]: count });
    expect(value("read_compressed_bytes_total", `{trail="${trail.url}"}`)).toBe(summary.bytesCompressed);
    expect(value("events", "")).toBe(2);
    expect(value("sync_running", "")).toBe(0);
    expect(value("sync_waiting", "")).toBe(1);
    expect(value("sync_runs_total", `{state="partial"}`)).toBe(1);
    expect(value("sync_runs_total", `{state="failed"}`)).toBe(0);
    expect(value("sync_run_duration_seconds", `{state="partial"}`)).toBeGreaterThan(0);
    expect(value("newest_event_timestamp_seconds", `{${place}}`)).toBe(Date.parse("2024-05-01T10:00:00Z") / 1000);
    expect(value("newest_log_file_timestamp_seconds", `{trail="${trail.url}",${place}}`)).toBeGreaterThan(1.6e9);
    const complete = value("sync_last_complete_timestamp_seconds", `{trail="${trail.url}"}`) ?? 0;
    expect(Math.abs(complete - Date.now() / 1000)).toBeLessThan(600);
    await trail.destroy();
  });

  it("keeps hostile names inside their quotes", async () => {
    const url = `s3://a"} 1\nastrolabe_events 9\n#\\n\\`;
    await queryRows("INSERT INTO trail (url) VALUES ($1)", [url]);
    const read = await metrics();
    expect(read["astrolabe_events"]?.values).toEqual({ "": 0 });
    const escaped = url.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');
    expect(read["astrolabe_trail_regions"]?.values).toEqual({ [`{trail="${escaped}"}`]: 0 });
  });

  it("takes no parameters", async () => {
    expect((await get("?colour=red")).status).toBe(400);
  });
});

import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { eventFields } from "#lib/events/fields.ts";
import { ALL_EVENTS, parseEventFilter } from "#lib/events/filter.ts";
import { insertEvents } from "#lib/events/testing/insert-events.ts";
import { exportEvents, type ExportOptions } from "./export-events.ts";
import { exportManifest } from "./export-manifest.ts";
import { listEvents } from "./list-events.ts";

beforeEach(emptyDatabase);

async function textOf(options: ExportOptions): Promise<string> {
  const { parts } = await exportEvents(options);
  const bytes: Uint8Array[] = [];
  for await (const part of parts) bytes.push(part.bytes);
  return Buffer.concat(bytes).toString();
}

const csv = (text: string): string[][] => parse(text, { recordDelimiter: "\r\n" });

describe("exportEvents as CSV", () => {
  it("has the header of the contract and a row for every event, as the list has them", async () => {
    await insertEvents(
      Array.from({ length: 230 }, (_, index) => ({
        eventId: `e-${String(index).padStart(3, "0")}`,
        eventTime: new Date(Date.parse("2024-01-01T00:00:00Z") + (index % 7) * 500).toISOString(),
        project: index % 2 === 0 ? "111122223333/eu-west-1/web" : null,
        mfa: [true, false, null][index % 3],
        summary: `did "${index}", and more`,
        logFile: `${index % 3}.json.gz`,
      })),
    );
    const text = await textOf({ filter: ALL_EVENTS, format: "csv" });
    expect(text.endsWith("\r\n")).toBe(true);
    const [header, ...rows] = csv(text);
    expect(header).toEqual(eventFields.map((field) => field.name));
    const { events } = await listEvents({ filter: ALL_EVENTS, limit: 1000 });
    expect(rows).toEqual(
      events.map((event) => eventFields.map((field) => String(Reflect.get(event, field.key) ?? ""))),
    );
    const oldestFirst = csv(await textOf({ filter: ALL_EVENTS, format: "csv", order: "asc" }));
    expect(oldestFirst.slice(1)).toEqual(rows.toReversed());
  });

  it("is a header alone where nothing matches", async () => {
    expect(csv(await textOf({ filter: ALL_EVENTS, format: "csv" }))).toEqual([eventFields.map((field) => field.name)]);
  });

  it("leaves a cell empty for a text that is, as for none", async () => {
    await insertEvents([{ sourceIp: "", accessKeyId: null, summary: "" }]);
    const [header = [], row = []] = csv(await textOf({ filter: ALL_EVENTS, format: "csv" }));
    expect(row[header.indexOf("source_ip")]).toBe("");
    expect(await textOf({ filter: ALL_EVENTS, format: "csv" })).toMatch(/,\r\n$/);
  });

  it("disarms formulas unless told not to", async () => {
    await insertEvents([{ userAgent: "=cmd|'/c calc'!A1", errorCode: "@SUM(A1)", summary: "-2+3", sourceIp: "+1,2" }]);
    const cells = async (isSafe?: boolean) => {
      const [header = [], row = []] = csv(await textOf({ filter: ALL_EVENTS, format: "csv", isSafe }));
      return ["user_agent", "error_code", "summary", "source_ip"].map((name) => row[header.indexOf(name)]);
    };
    expect(await cells()).toEqual(["'=cmd|'/c calc'!A1", "'@SUM(A1)", "'-2+3", "'+1,2"]);
    expect(await cells(false)).toEqual(["=cmd|'/c calc'!A1", "@SUM(A1)", "-2+3", "+1,2"]);
  });
});

describe("columns of the CSV", () => {
  const fieldsOf = (...names: string[]) => eventFields.filter(({ name }) => names.includes(name));

  it("are those asked for, in the order asked for, and all of them byte for byte what none asks for", async () => {
    await insertEvents([{ eventId: "a", project: "111122223333/eu-west-1/web", summary: "=1,2" }]);
    const fields = fieldsOf("summary", "event_id", "project_id").toReversed();
    expect(await textOf({ filter: ALL_EVENTS, format: "csv", fields, hasBom: true })).toBe(
      '\uFEFFsummary,project_id,event_id\r\n"\'=1,2",web,a\r\n',
    );
    const all = await textOf({ filter: ALL_EVENTS, format: "csv" });
    expect(all.startsWith("event_time,")).toBe(true);
    expect(await textOf({ filter: ALL_EVENTS, format: "csv", fields: eventFields })).toBe(all);
  });

  it("narrow no rows, whatever tables they come from", async () => {
    await insertEvents([{ project: null }, { project: "111122223333/eu-west-1/web" }, { project: null }]);
    for (const field of eventFields) {
      const lines = csv(await textOf({ filter: ALL_EVENTS, format: "csv", fields: [field] }));
      expect([lines.length, lines[0]]).toEqual([4, [field.name]]);
    }
  });
});

describe("exportEvents as JSON lines", () => {
  const delivered = [
    String.raw`{ "eventID" : "1", "nul":"\u0000", "lone":"\ud800", "n": 1.50, "e":"é", "u":"\u00e9", "s":"\/" , "dup":1, "dup":2 }`,
    '{\n  "eventID": "2",\r\n  "text": "two  spaces \\n \\" kept"\n}',
    `{"eventID":"3","big":"${"x".repeat(200_000)}"}`,
  ];

  it("is the records byte for byte, save white space between tokens where there are line breaks", async () => {
    await insertEvents(
      delivered.map((record, index) => ({
        eventId: String(index + 1),
        eventTime: `2024-01-01T00:00:0${index}Z`,
        record,
      })),
    );
    expect(await textOf({ filter: ALL_EVENTS, format: "jsonl", order: "asc" })).toBe(
      `${delivered[0]}\n{"eventID":"2","text":"two  spaces \\n \\" kept"}\n${delivered[2]}\n`,
    );
  });

  it("is filtered and stays as of its commit", async () => {
    await insertEvents([
      { eventId: "a", action: "CreateProject" },
      { eventId: "b", action: "DeleteProject" },
    ]);
    await insertEvents([{ eventId: "c", action: "CreateProject" }]);
    const { filter } = parseEventFilter(new URLSearchParams("action=Create*"));
    expect(await textOf({ filter, format: "jsonl", asOf: 1 })).toBe('{"eventID":"a"}\n');
    expect(await textOf({ filter, format: "jsonl" })).toBe('{"eventID":"c"}\n{"eventID":"a"}\n');
    await expect(textOf({ filter, format: "jsonl", asOf: 3 })).rejects.toThrow("asOf must be");
  });
});

describe("exportManifest", () => {
  it.each(["csv", "jsonl"] as const)("describes the bytes of %s", async (format) => {
    await insertEvents([{ eventId: "a", summary: "=é" }, { eventId: "b" }]);
    const { filter } = parseEventFilter(new URLSearchParams("from=-1d&action=!Delete*&project=!x"));
    const now = new Date("2024-01-01T12:00:00Z");
    const text = await textOf({ filter, format, now });
    expect(await exportManifest({ filter, format, now })).toEqual({
      rows: 2,
      sha256: createHash("sha256").update(text).digest("hex"),
      bytes: Buffer.byteLength(text),
      asOf: 1,
      filter: { from: ["2023-12-31T12:00:00.000Z"], action: ["!Delete*"], project: ["!x"] },
      of: format,
    });
  });
});

describe("exportManifest of each way to write a file", () => {
  const some = eventFields.filter(({ name }) => ["summary", "event_id", "mfa"].includes(name)).toReversed();
  const formats = [
    ...[undefined, some].flatMap((fields) =>
      [true, false].flatMap((isSafe) =>
        [true, false].map((hasBom) => ({ format: "csv" as const, fields, isSafe, hasBom })),
      ),
    ),
    { format: "jsonl" },
  ] as const;
  const options = formats.flatMap((format) => (["asc", "desc"] as const).map((order) => ({ ...format, order })));

  it("says rows, bytes and hash of exactly that file, and no two of them are one", async () => {
    await insertEvents([
      { eventId: "a", summary: '=é\n"', record: '{\n"eventID":"a"}' },
      { eventId: "b", summary: "two\r\nlines", mfa: true },
    ]);
    const hashes = new Set<string>();
    for (const option of options) {
      const text = await textOf({ filter: ALL_EVENTS, ...option });
      const manifest = await exportManifest({ filter: ALL_EVENTS, ...option });
      const sha256 = createHash("sha256").update(text).digest("hex");
      expect(manifest).toMatchObject({ rows: 2, sha256, bytes: Buffer.byteLength(text), of: option.format });
      expect(manifest.columns).toEqual(
        "fields" in option && option.fields ? ["summary", "mfa", "event_id"] : undefined,
      );
      hashes.add(sha256);
    }
    expect(hashes.size).toBe(options.length);
  });
});

describe("an export that is broken off", () => {
  const running = async () => {
    const { rows } = await pool().query(
      "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND application_name LIKE 'astrolabe%'",
    );
    return rows[0]?.n;
  };
  const settled = async (wanted: number) => {
    for (let turn = 0; turn < 100 && (await running()) > wanted; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return running();
  };

  /** More than what all buffers on the way hold. */
  const insertMuch = () => insertEvents(Array.from({ length: 200 }, () => ({ record: `"${"x".repeat(200_000)}"` })));

  it("leaves nothing running when its reader stops", async () => {
    await insertMuch();
    const { parts } = await exportEvents({ filter: ALL_EVENTS, format: "jsonl" });
    await parts.next();
    expect(await running()).toBe(1);
    await parts.return(undefined);
    expect(await settled(0)).toBe(0);
  });

  it("cancels the query that is on when the signal says so", async () => {
    await insertEvents([{}]);
    const blocker = await pool().connect();
    try {
      await blocker.query("BEGIN; LOCK TABLE event_record IN ACCESS EXCLUSIVE MODE");
      const controller = new AbortController();
      const { parts } = await exportEvents({ filter: ALL_EVENTS, format: "jsonl", signal: controller.signal });
      const first = parts.next();
      setTimeout(() => controller.abort(), 200);
      await expect(first).rejects.toThrow("aborted");
      // The blocker itself.
      expect(await settled(1)).toBe(1);
    } finally {
      await blocker.query("ROLLBACK");
      blocker.release();
    }
    expect(await settled(0)).toBe(0);
  });

  it("fails, and doesn't end, when the database goes away in the middle", async () => {
    await insertMuch();
    const { parts } = await exportEvents({ filter: ALL_EVENTS, format: "jsonl" });
    await parts.next();
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'astrolabe export'",
    );
    const rest = async () => {
      for await (const part of parts) expect(part.rows).toBeGreaterThan(0);
    };
    await expect(rest()).rejects.toThrow("The database doesn't answer");
  });
});

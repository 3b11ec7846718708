import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keepRules } from "#lib/codestar/event-sources.ts";
import { readLogFile } from "./read-log-file.ts";
import { readRecord } from "./read-record.ts";
import { stagedEvent, stagedReject } from "./staged-row.ts";
import { testRecord } from "./testing/test-record.ts";

const LIMITS = { limitBytes: 2 ** 31, heldLimitChars: 2 ** 31, onRows: () => Promise.reject(new Error("unasked")) };

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
const textOf = (rows: Uint8Array) => Buffer.from(rows).toString();

/** What a file holds, by JSON.parse of the whole and a look at each of its records. */
function fullParse(text: string, eventSources: string) {
  const rules = keepRules(eventSources);
  const counts = { recordsRead: 0, kept: 0, recordsFiltered: 0, recordsRejected: 0 };
  let rows = "";
  for (const value of (JSON.parse(text) as { Records: unknown[] }).Records) {
    // The files below hold their records as JSON.stringify writes them.
    const bytes = Buffer.from(JSON.stringify(value));
    const place = { fileId: 7, position: counts.recordsRead++ };
    const fate = readRecord(bytes, rules);
    if (fate.kind === "filtered") counts.recordsFiltered++;
    else if (fate.kind === "event") counts.kept++;
    else counts.recordsRejected++;
    if (fate.kind === "event") rows += stagedEvent(place, fate.event, fate.text, fate.isRelated);
    if (fate.kind === "rejected") rows += stagedReject(place, fate.reason, bytes);
  }
  return { counts, rows };
}

const source = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("s3.amazonaws.com", "ec2.amazonaws.com", "events.amazonaws.com") },
  fc.constantFrom("codestar.amazonaws.com", "codeconnections.amazonaws.com", "codestar.amazonaws.com.cn", "x.y"),
  fc.constantFrom("codestar.amazonaws.comx", "codebuild.amazonaws.com", "", "eventSource", '"codestar.amazonaws.com"'),
  fc.string({ unit: "binary" }),
);
const record = fc
  .record({
    name: fc.string({ unit: "binary", maxLength: 8 }),
    eventSource: fc.oneof(source, fc.constantFrom<unknown>(undefined, null, 5, ["codestar.amazonaws.com"])),
    eventName: fc.constantFrom("CreateProject", "CreateNotificationRule", "Subscribe"),
    userAgent: fc.oneof(source, fc.constant("codestar-notifications.amazonaws.com")),
    requestParameters: fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.string(), eventSource: source, text: source.map((text) => JSON.stringify({ text })) }),
    ),
    eventTime: fc.constantFrom("2024-05-01T10:00:00Z", "yesterday", undefined),
    eventCategory: fc.constantFrom("Management", "Insight"),
  })
  .map(({ name, ...fields }) => testRecord(name, fields));
const files = fc.array(fc.oneof({ weight: 9, arbitrary: record }, fc.jsonValue()), { maxLength: 12 });

test.each(["", "codebuild.amazonaws.com,x.y", "all"])(
  "keeps, filters and rejects what a full parse of the file does, with EVENT_SOURCES=%j",
  async (eventSources) => {
    const options = { ...LIMITS, fileId: 7, rules: keepRules(eventSources) };
    await fc.assert(
      fc.asyncProperty(files, fc.boolean(), fc.integer({ min: 1, max: 3_000 }), async (records, isGzip, size) => {
        const text = JSON.stringify({ Records: records });
        const expected = fullParse(text, eventSources);
        // Files of Insights alone are none.
        fc.pre(!records.some((value) => JSON.stringify(value).includes("Insight")) || expected.counts.kept > 0);
        const body = isGzip ? gzipSync(text) : Buffer.from(text);
        const sha256 = createHash("sha256").update(text).digest("hex");
        for (const from of [body, pieces(body, size)]) {
          const { reading, rows } = await readLogFile(from, options);
          expect(reading).toEqual({
            compressedBytes: body.length,
            uncompressedBytes: Buffer.byteLength(text),
            sha256,
            failure: null,
            counts: expected.counts,
          });
          expect(textOf(rows)).toBe(expected.rows);
        }
      }),
      { numRuns: 150 },
    );
  },
);

test("layout changes nothing but the bytes that are kept: pretty printed, CRLF, escapes", async () => {
  const records = Array.from({ length: 50 }, (_, index) =>
    testRecord(`event ${index}`, { eventSource: index % 5 === 0 ? "codestar.amazonaws.com" : "ec2.amazonaws.com" }),
  );
  const plain = JSON.stringify({ Records: records });
  const pretty = JSON.stringify({ Records: records }, null, 2);
  const layouts = [
    plain,
    pretty,
    pretty.replaceAll("\n", "\r\n"),
    plain.replaceAll("amazonaws.com", String.raw`amazonaws\u002ecom`),
    plain.replaceAll("eventSource", String.raw`event\u0053ource`),
    plain.replaceAll('"codestar.', String.raw`"\u0063odestar.`),
  ];
  for (const text of layouts) {
    const { reading, rows } = await readLogFile(Buffer.from(text), { ...LIMITS, fileId: 7, rules: keepRules("") });
    expect(reading).toMatchObject({ counts: { recordsRead: 50, kept: 10, recordsFiltered: 40, recordsRejected: 0 } });
    const kept = textOf(rows).trimEnd().split("\n");
    expect(kept.map((row) => row.split("\t")[1])).toEqual(records.flatMap((_, at) => (at % 5 === 0 ? [`${at}`] : [])));
  }
});

test("a file that unpacks to more than the limit fails with a reason, however it is read", async () => {
  const bomb = gzipSync(`{"Records":[{"a":"${"x".repeat(30_000_000)}"}]}`);
  for (const from of [bomb, pieces(bomb, 4_096)]) {
    const { reading } = await readLogFile(from, { ...LIMITS, limitBytes: 1_000_000, fileId: 7, rules: keepRules("") });
    expect(reading).toMatchObject({
      failure: "The file unpacks to more than 1,000,000 bytes, which no log file does.",
    });
  }
});

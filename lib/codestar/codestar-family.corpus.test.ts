import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { RecordScanner } from "#lib/cloudtrail/record-scanner.ts";
import { isFamilyRecord, keepRules } from "./event-sources.ts";
import { keepFate } from "./keep-fate.ts";
import { relatedOf } from "./related-of.ts";
import { mayHaveRelatedWord, RELATED_WORD } from "./related-word.ts";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { derived } from "./testing/derived.ts";

/** Real records that aren't part of the project; `npm run test:corpus -- DIR` says where. */
const corpus = resolve(process.env["CORPUS_DIR"] ?? join(import.meta.dirname, "../../../shared/corpus"));

type Expected = {
  file: string;
  eventID: string;
  eventName: string;
  project: { account: string; region: string; id: string } | null;
  resource: string | null;
  access: string;
  outcome: string;
};

/** The records of a file as they stand there, one a line or in `Records`. */
function recordsOf(file: string): string[] {
  const raw = readFileSync(file);
  const bytes = raw[0] === 0x1f ? gunzipSync(raw) : raw;
  if (file.endsWith(".ndjson"))
    return bytes
      .toString()
      .split("\n")
      .filter((line) => line.trim() !== "");
  const scanner = new RecordScanner();
  const textOf = (found: { bytes: Uint8Array }) => Buffer.from(found.bytes).toString();
  const records = [...scanner.push(bytes).map(textOf), ...scanner.end().map(textOf)];
  scanner.close();
  expect(records.map((record) => JSON.parse(record) as unknown)).toEqual(
    (JSON.parse(bytes.toString()) as { Records: unknown[] }).Records,
  );
  return records;
}

test("the family's documented records come out as expected", () => {
  const family = join(corpus, "codestar-family");
  const { records: expected } = JSON.parse(readFileSync(join(family, "expected.json"), "utf8")) as {
    records: Expected[];
  };
  const files = [...new Set(expected.map((record) => record.file))];
  const found = files.flatMap((file) =>
    recordsOf(join(family, file)).map((text) => {
      const event = derived(text);
      const { project } = event;
      return {
        file,
        eventID: event.eventId,
        eventSource: event.eventSource,
        eventName: event.eventName,
        project: project && { account: project.accountId, region: project.region, id: project.projectId },
        resource: event.resourceArn,
        access: event.access,
        outcome: event.outcome,
      };
    }),
  );
  expect(found).toEqual(expected);
});

function recordFiles(): string[] {
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:json|ndjson|gz)$/.test(file) && !file.endsWith("expected.json"))
    .map((file) => join(corpus, file))
    .filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(0);
  return files;
}

test("every record that touches a project's bucket is related, and no other", () => {
  const rules = keepRules("");
  const fates = { kept: 0, related: 0, filtered: 0 };
  for (const text of recordFiles().flatMap(recordsOf)) {
    const record = parseEventRecord(JSON.parse(text))!;
    const fate = keepFate(record, rules);
    fates[fate]++;
    // Said again in its own way, so that the rule isn't checked by itself.
    const touched = /aws-codestar-([a-z]+-[a-z]+-\d)-(\d{12})-ttt-pipe/.exec(text);
    const [, region, accountId] = touched ?? [];
    const bucket = { reason: "bucket", isMarked: true, mark: "ttt-pipe", isExact: false, accountId, region };
    expect(relatedOf(record)).toEqual(touched ? bucket : null);
    if (fate === "related") expect(mayHaveRelatedWord(text)).toBe(true);
  }
  expect(fates).toMatchObject({ kept: 28, related: 16 });
});

test("the scanner hands out every record that is kept or related, and few others", () => {
  const rules = keepRules("");
  const records = recordFiles().flatMap(recordsOf);
  const scanner = new RecordScanner({ sources: rules.sources, word: RELATED_WORD });
  const bytes = Buffer.from(`{"Records":[\n${records.join(",\r\n")}]}`);
  const found: { bytes: Uint8Array; position: number }[] = [];
  for (let at = 0; at < bytes.length; at += 1000) found.push(...scanner.push(bytes.subarray(at, at + 1000)));
  const positions = new Set([...found, ...scanner.end()].map(({ position }) => position));
  expect(scanner.recordCount).toBe(records.length);
  scanner.close();
  for (const [position, text] of records.entries()) {
    if (keepFate(parseEventRecord(JSON.parse(text))!, rules) !== "filtered") expect(positions).toContain(position);
  }
  expect(positions.size).toBeLessThan(records.length / 10);
});

test("every record of the corpus has an event", () => {
  for (const text of recordFiles().flatMap(recordsOf)) {
    const event = derived(text);
    expect(event.summary).not.toBe("");
    if (!isFamilyRecord(parseEventRecord(JSON.parse(text))!)) expect(event.project).toBeNull();
  }
});

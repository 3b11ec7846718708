import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { RecordScanner } from "#lib/cloudtrail/record-scanner.ts";
import { isFamilyRecord } from "./event-sources.ts";
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

test("every record of the corpus has an event", () => {
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:json|ndjson|gz)$/.test(file) && !file.endsWith("expected.json"))
    .map((file) => join(corpus, file))
    .filter((file) => statSync(file).isFile());
  expect(files.length).toBeGreaterThan(0);
  for (const text of files.flatMap(recordsOf)) {
    const event = derived(text);
    expect(event.summary).not.toBe("");
    if (!isFamilyRecord(parseEventRecord(JSON.parse(text))!)) expect(event.project).toBeNull();
  }
});

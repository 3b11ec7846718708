import fc from "fast-check";
import { expect, test } from "vitest";
import { LogFileError } from "./log-file-error.ts";
import { FAMILY, jsonDocuments, WORD } from "./testing/json-documents.ts";
import { bytesOf, scan, scanFor } from "./testing/scan-file.ts";

// The scanner against JSON.parse, on documents that nobody would write and on damaged ones.

const decode = (file: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(file);
const sizes = fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant(100_000));

test("reads what JSON.parse reads, in any layout and chunking", () => {
  fc.assert(
    fc.property(jsonDocuments, sizes, (text, size) => {
      const expected = (JSON.parse(text) as { Records: unknown[] }).Records;
      expect(scan(text, size).map((record) => JSON.parse(record) as unknown)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("misses no record that is wanted, and counts the others", () => {
  fc.assert(
    fc.property(jsonDocuments, sizes, (text, size) => {
      const expected = (JSON.parse(text) as { Records: unknown[] }).Records;
      const { records, count } = scanFor(FAMILY, text, size, { word: WORD });
      expect(count).toBe(expected.length);
      for (const found of records) expect(JSON.parse(found.text)).toEqual(expected[found.position]);
      const found = new Set(records.map(({ position }) => position));
      expect(expected.filter((value, position) => isWanted(value) && !found.has(position))).toEqual([]);
    }),
    { numRuns: 700 },
  );
});

function isWanted(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const { eventSource, eventType, eventCategory, s3 } = value as Record<string, unknown>;
  if ([...FAMILY, "aws:s3"].some((source) => source === eventSource)) return true;
  if (/[cC]o[dD][eE][sS][tT][aA]r/.test(JSON.stringify(value))) return true;
  return eventType === "AwsCloudTrailInsight" || eventCategory === "Insight" || s3 !== undefined;
}

test("accepts a damaged file exactly when JSON.parse does", () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(),
      how: fc.constantFrom("replace", "insert", "drop", "cut"),
      byte: fc.oneof(fc.constantFrom(...bytesOf('{}[],:"\\ \n0-tu\u00ff')), fc.nat(255)),
    }),
    { minLength: 1, maxLength: 2 },
  );
  fc.assert(
    fc.property(jsonDocuments, damage, sizes, (text, changes, size) => {
      const file = [...bytesOf(text)];
      for (const { at, how, byte } of changes) {
        const index = at % file.length;
        if (how === "replace") file[index] = byte;
        if (how === "insert") file.splice(index, 0, byte);
        if (how === "drop") file.splice(index, 1);
        if (how === "cut") file.length = index || 1;
        if (file.length === 0) return;
      }
      const damaged = new Uint8Array(file);
      const scanned = outcome(() => scan(damaged, size).map(parseHandedOut));
      // A stream can't take the last of two members of one name, as JSON.parse does.
      if (scanned === "two members") return;
      const expected = outcome(() => wholeParse(damaged));
      expect(scanned).toEqual(expected);
      // What is passed over is held to the same grammar.
      const isRefused = outcome(() => scanFor(FAMILY, damaged, size, { word: WORD }).count) === "refused";
      expect(isRefused).toBe(expected === "refused");
    }),
    { numRuns: 1500 },
  );
});

/** What is handed out is JSON: anything else is a fault of the scanner's, and no refusal. */
function parseHandedOut(record: string): unknown {
  try {
    return JSON.parse(record) as unknown;
  } catch {
    throw new Error(`Handed out, yet no JSON: ${record}`);
  }
}

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof LogFileError && error.reason.includes("two members")) return "two members";
    if (error instanceof SyntaxError || error instanceof LogFileError) return "refused";
    throw error;
  }
}

/** What the scanner should amount to. */
function wholeParse(file: Uint8Array): unknown {
  const text = decode(file).replace(/^\uFEFF/, "");
  const parsed: unknown = JSON.parse(text);
  const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  if (!isObject || !Object.hasOwn(parsed, "Records")) throw new LogFileError("no Records");
  const { Records } = parsed as { Records: unknown };
  if (!Array.isArray(Records)) throw new LogFileError("Records is no array");
  return Records;
}

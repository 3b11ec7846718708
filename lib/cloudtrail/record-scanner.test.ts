import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LogFileError } from "./log-file-error.ts";
import { RecordScanner } from "./record-scanner.ts";
import { FAMILY, jsonDocuments } from "./testing/json-documents.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const decode = (slice: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(slice);

type Scan = { records: { text: string; position: number }[]; count: number };

/** What is handed out and counted, read in chunks of `size`. */
function scanFor(sources: string[] | null, file: Uint8Array | string, size = 7): Scan {
  const input = typeof file === "string" ? bytes(file) : file;
  const scanner = new RecordScanner({ sources });
  const records: Scan["records"] = [];
  const take = (found: Iterable<{ bytes: Uint8Array; position: number }>) => {
    for (const record of found) records.push({ text: decode(record.bytes), position: record.position });
  };
  try {
    for (let at = 0; at < input.length; at += size) {
      // A copy that is overwritten afterwards shows whether a record still points into a chunk that is gone.
      const chunk = input.slice(at, at + size);
      take(scanner.push(chunk));
      chunk.fill(0);
    }
    take(scanner.end());
    return { records, count: scanner.recordCount };
  } finally {
    scanner.close();
  }
}

/** All records' texts. */
function scan(file: Uint8Array | string, size?: number): string[] {
  const { records, count } = scanFor(null, file, size);
  expect(records.map(({ position }) => position)).toEqual(Array.from({ length: count }, (_, position) => position));
  return records.map(({ text }) => text);
}

function reasonOf(file: Uint8Array | string, size?: number): string {
  try {
    scan(file, size);
  } catch (error) {
    if (error instanceof LogFileError) return error.reason;
    throw error;
  }
  return "none";
}

describe("record bytes", () => {
  test("are exactly the file's, in any layout", () => {
    const first = '{ "a" : "x\\"}],{" ,\r\n "b":[[1,{"c":[]}],"\\\\"] }';
    expect(scan(`{"Records":[${first},{"ü":"é"}]}`)).toEqual([first, '{"ü":"é"}']);
    expect(scan(`\uFEFF\r\n{ "Records" : [\t${first}\n,\r\n{}\n]\n}\n`)).toEqual([first, "{}"]);
  });

  test("are the same wherever a chunk ends", () => {
    const record = '{"a\\u0022":"\\\\","b":[true,-1.5e3,"ü\\"\\\\\\""],"c":{"d":null}}';
    const file = `{"v":"\\\\\\"","Records":[ ${record} , ${record}],"w":[{}]}`;
    for (let size = 1; size <= file.length; size++) expect(scan(file, size)).toEqual([record, record]);
  });

  test("hold elements that are no objects too", () => {
    expect(scan('{"Records":[null,5,"x]",[],true ,-0.1\n]}', 2)).toEqual(["null", "5", '"x]"', "[]", "true", "-0.1"]);
  });

  test("may be none", () => {
    expect(scan('{"Records":[]}')).toEqual([]);
    expect(scan('{"Records" : [ ] }')).toEqual([]);
  });

  test("come from the top-level Records alone, however its name is written", () => {
    expect(scan('{"x":{"Records":[{"no":1}]},"\\u0052ecords":[{"yes":1}],"records":[{"no":2}]}')).toEqual([
      '{"yes":1}',
    ]);
  });
});

describe("what is no log file is refused with a reason", () => {
  test.each([
    ["", /empty \(0 bytes\)/],
    [" \n", /nothing but white space \(2 bytes\)/],
    ["\x1f\x8b\x08", /found 0x1f/],
    ['[{"Records":[]}]', /opening brace is due at byte 0/],
    ["{}", /no Records/],
    ['{"eventVersion":"1.05"}\n{"eventVersion":"1.05"}', /no Records/],
    ['{"Records":{}}', /not an array/],
    ['{"Records":null}', /not an array/],
    ['{"Records":[],"Records":[]}', /two members named Records/],
    ['{"Records":[]}x', /ends before byte 14, but the file goes on/],
    ['{"Records":[]}{"Records":[]}', /goes on/],
    ['{"Records":[{"a":1}', /truncated: it ends after 19 bytes/],
    ['{"Records":[{"a":"', /truncated: it ends after 18 bytes, in the middle of a record/],
    ['{"Records":[{}]', /truncated/],
    ['{"Records":[{},]}', /record is due at byte 15/],
    ['{"Records":[,{}]}', /record is due/],
    ['{"Records":[{} {}]}', /comma or a closing bracket is due/],
    ['{"Records":[{}],}', /name in quotes is due/],
    ['{"a":tru,"Records":[]}', /malformed/],
    ['{"a":[1,],"Records":[]}', /malformed/],
    ['{"a\\x":1,"Records":[]}', /malformed/],
    ['{"a" 1,"Records":[]}', /colon is due/],
    ['{"Records":[\uFEFF{}]}', /record is due/],
    [' \uFEFF{"Records":[]}', /found 0xef/],
  ])("%j", (file, reason) => {
    for (const size of [1, 3, 1000]) expect(reasonOf(file, size)).toMatch(reason);
  });

  test("a broken byte order mark", () => {
    expect(reasonOf(new Uint8Array([0xef, 0xbb, ...bytes('{"Records":[]}')]))).toMatch(/brace is due/);
  });

  test("and stays refused", () => {
    const scanner = new RecordScanner();
    expect(() => [...scanner.push(bytes("x".repeat(100)))]).toThrow(LogFileError);
    expect(() => [...scanner.push(bytes('{"Records":[]}'))]).toThrow(LogFileError);
    expect(() => [...scanner.end()]).toThrow(LogFileError);
  });

  test("a value that would not fit in memory", () => {
    const scanner = new RecordScanner({ maxValueBytes: 1000 });
    expect([...scanner.push(bytes('{"Records":['))]).toEqual([]);
    expect([...scanner.push(bytes(JSON.stringify({ a: "x".repeat(900) })))]).toEqual([]);
    expect(() => [...scanner.push(bytes(`,{"a":"${"x".repeat(1000)}`))]).toThrow(/larger than 1,000 bytes/);
  });
});

describe("of a file's records only those are handed out that may be wanted, and all are counted", () => {
  const other = '{"eventSource":"s3.amazonaws.com","eventName":"x"}';
  const positions = (records: string[], sources: string[] | null = FAMILY) => {
    const file = `{"Records":[${records.join(",")}]}`;
    const inOne = scanFor(sources, file, 100_000);
    const found = inOne.records.map(({ position }) => position);
    for (const size of [1, 7, 64, 100]) {
      const inPieces = scanFor(sources, file, size);
      expect(inPieces.count).toBe(records.length);
      // One whose value may go on in the next chunk is handed out unseen.
      expect(inPieces.records.map(({ position }) => position)).toEqual(expect.arrayContaining(found));
    }
    return found;
  };

  test.each([
    ['{"eventSource":"codestar.amazonaws.com"}'],
    ['{"eventName":"x","eventSource" :\r\n "codestar.amazonaws.com" }'],
    ['{"eventSource":"codestar.amazonaws.com.cn"}'],
    ['{"eventSource":"a.b"}'],
    ['{"eventSource":"s3.amazonaws.com","eventSource":"codestar.amazonaws.com"}'],
    ['{"event\\u0053ource":"codestar.amazonaws.com"}'],
    ['{"eventSource":"\\u0063odestar.amazonaws.com"}'],
    ['{"eventSource":"codesta\\u0072.amazonaws.com"}'],
    ['{"eventSource":"\\u0061\\u002e\\u0062"}'],
    ['{"eventSource":"aws:s3"}'],
    ['{"s3":{}}'],
    ['{"eventType":"AwsCloudTrailInsight"}'],
    ['{"eventCategory":"Insight"}'],
    ["null"],
    ['"codestar.amazonaws.com"'],
    ["[]"],
    ["-1.5"],
  ])("%s", (record) => {
    expect(positions([other, record.replaceAll("\\\\", "\\"), other])).toEqual([1]);
  });

  test.each([
    ['{"eventSource":"s3.amazonaws.com","requestParameters":{"eventSource":"codestar.amazonaws.com"}}'],
    ['{"eventSource":"s3.amazonaws.com","a":"\\"eventSource\\":\\"codestar.amazonaws.com\\""}'],
    ['{"eventSource":"codebuild.amazonaws.com"}'],
    ['{"eventSource":"a.bc","x":["codestar.amazonaws.com"]}'],
    ['{"eventSource":null,"codestar.amazonaws.com":1}'],
    ["{}"],
  ])("not %s", (record) => {
    expect(positions([other, record, other])).toEqual([]);
  });

  test("all of them without sources", () => {
    expect(positions([other, "{}", "5"], null)).toEqual([0, 1, 2]);
  });
});

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
      const { records, count } = scanFor(FAMILY, text, size);
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
  return eventType === "AwsCloudTrailInsight" || eventCategory === "Insight" || s3 !== undefined;
}

test("holds several files at once, and one that needs much memory", () => {
  const long = `{"Records":[{"a":"${"x".repeat(3_000_000)}"},{"b":${"[".repeat(500_000)}${"]".repeat(500_000)}}]}`;
  const scanners = [new RecordScanner(), new RecordScanner()] as const;
  const read: number[][] = [[], []];
  for (let at = 0; at < long.length; at += 70_000) {
    for (const [index, scanner] of scanners.entries()) {
      for (const { bytes: found } of scanner.push(bytes(long.slice(at, at + 70_000)))) read[index]?.push(found.length);
    }
  }
  for (const [index, scanner] of scanners.entries()) {
    for (const { bytes: found } of scanner.end()) read[index]?.push(found.length);
    scanner.close();
  }
  expect(read).toEqual([
    [3_000_008, 1_000_006],
    [3_000_008, 1_000_006],
  ]);
});

test("accepts a damaged file exactly when JSON.parse does", () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(),
      how: fc.constantFrom("replace", "insert", "drop", "cut"),
      byte: fc.oneof(fc.constantFrom(...bytes('{}[],:"\\ \n0-tu\u00ff')), fc.nat(255)),
    }),
    { minLength: 1, maxLength: 2 },
  );
  fc.assert(
    fc.property(jsonDocuments, damage, sizes, (text, changes, size) => {
      const file = [...bytes(text)];
      for (const { at, how, byte } of changes) {
        const index = at % file.length;
        if (how === "replace") file[index] = byte;
        if (how === "insert") file.splice(index, 0, byte);
        if (how === "drop") file.splice(index, 1);
        if (how === "cut") file.length = index || 1;
        if (file.length === 0) return;
      }
      const damaged = new Uint8Array(file);
      const scanned = outcome(() => scan(damaged, size).map((record) => JSON.parse(record) as unknown));
      // A stream can't take the last of two members of one name, as JSON.parse does.
      if (scanned === "two members") return;
      const expected = outcome(() => wholeParse(damaged));
      expect(scanned).toEqual(expected);
      // What is passed over is held to the same grammar.
      const isRefused = outcome(() => scanFor(FAMILY, damaged, size).count) === "refused";
      expect(isRefused).toBe(expected === "refused");
    }),
    { numRuns: 1500 },
  );
});

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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LogFileError } from "./log-file-error.ts";
import { RecordScanner } from "./record-scanner.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const decode = (slice: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(slice);

/** The records' texts, read in chunks of `size`. */
function scan(file: Uint8Array | string, size = 7): string[] {
  const input = typeof file === "string" ? bytes(file) : file;
  const scanner = new RecordScanner();
  const records: string[] = [];
  for (let at = 0; at < input.length; at += size) {
    // A copy that is overwritten afterwards shows whether a record still points into a chunk that is gone.
    const chunk = input.slice(at, at + size);
    records.push(...scanner.push(chunk).map(decode));
    chunk.fill(0);
  }
  scanner.end();
  return records;
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
    expect(() => scanner.push(bytes("x"))).toThrow(LogFileError);
    expect(() => scanner.push(bytes('{"Records":[]}'))).toThrow(LogFileError);
    expect(() => scanner.end()).toThrow(LogFileError);
  });

  test("a value that would not fit in memory", () => {
    const scanner = new RecordScanner({ maxValueBytes: 1000 });
    scanner.push(bytes('{"Records":['));
    scanner.push(bytes(JSON.stringify({ a: "x".repeat(900) })));
    expect(() => scanner.push(bytes(`,{"a":"${"x".repeat(1000)}`))).toThrow(/larger than 1,000 bytes/);
  });
});

const whiteSpace = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const string = fc.string({ unit: "binary", maxLength: 12 });
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "Records", "}]", '\\"', "\\", ""),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  string,
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(string, fc.constant("Records")), tie("value"), { maxKeys: 4 }),
  ),
}));

/** The document's text with white space and escapes that JSON allows but nobody writes. */
function layOut(value: unknown, space: () => string, escape: () => boolean): string {
  const write = (text: string) =>
    JSON.stringify(text).replace(/(?<!\\)[A-Za-z](?!\\)/g, (letter, at: number, whole: string) =>
      escape() && !whole.slice(0, at).includes("\\")
        ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`
        : letter,
    );
  const join = (parts: string[]) => parts.join(`${space()},${space()}`);
  if (Array.isArray(value)) return `[${space()}${join(value.map((item) => layOut(item, space, escape)))}${space()}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${write(name)}${space()}:${space()}${layOut(member, space, escape)}`,
    );
    return `{${space()}${join(members)}${space()}}`;
  }
  return typeof value === "string" ? write(value) : JSON.stringify(value);
}

const documents = fc
  .tuple(
    fc.array(json, { maxLength: 5 }),
    fc.dictionary(string, json, { maxKeys: 3 }),
    fc.dictionary(string, json, { maxKeys: 3 }),
    fc.infiniteStream(whiteSpace),
    fc.infiniteStream(fc.boolean()),
  )
  .map(([Records, before, after, spaces, escapes]) =>
    layOut(
      { ...before, Records, ...after },
      () => spaces.next().value,
      () => escapes.next().value,
    ),
  );

test("reads what JSON.parse reads, in any layout and chunking", () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 40 }), (text, size) => {
      const expected = (JSON.parse(text) as { Records: unknown[] }).Records;
      expect(scan(text, size).map((record) => JSON.parse(record) as unknown)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
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
    fc.property(documents, damage, fc.integer({ min: 1, max: 40 }), (text, changes, size) => {
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
      expect(scanned).toEqual(outcome(() => wholeParse(damaged)));
    }),
    { numRuns: 3000 },
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

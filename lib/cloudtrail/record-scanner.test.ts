import { describe, expect, test } from "vitest";
import { LogFileError } from "./log-file-error.ts";
import { RecordScanner } from "./record-scanner.ts";
import { FAMILY, WORD } from "./testing/json-documents.ts";
import { bytesOf, scan, scanFor } from "./testing/scan-file.ts";

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
    ['{"Records":["\\q"]}', /malformed/],
    ['{"Records":[],"w":"\\q"}', /malformed/],
    ['{"Records":[],"w":"\\u12"}', /malformed/],
    ['{"Records":["\\,",', /malformed/],
    ['{"Records":["\\u12', /truncated: it ends after 17 bytes/],
    ['{"Records":["\\', /truncated: it ends after 14 bytes/],
  ])("%j", (file, reason) => {
    for (const size of [1, 3, 1000]) expect(reasonOf(file, size)).toMatch(reason);
  });

  test("a broken byte order mark", () => {
    expect(reasonOf(new Uint8Array([0xef, 0xbb, ...bytesOf('{"Records":[]}')]))).toMatch(/brace is due/);
  });

  test("and stays refused", () => {
    const scanner = new RecordScanner();
    expect(() => [...scanner.push(bytesOf("x".repeat(100)))]).toThrow(LogFileError);
    expect(() => [...scanner.push(bytesOf('{"Records":[]}'))]).toThrow(LogFileError);
    expect(() => [...scanner.end()]).toThrow(LogFileError);
  });

  test("a value that would not fit in memory", () => {
    const scanner = new RecordScanner({ maxValueBytes: 1000 });
    expect([...scanner.push(bytesOf('{"Records":['))]).toEqual([]);
    expect([...scanner.push(bytesOf(JSON.stringify({ a: "x".repeat(900) })))]).toEqual([]);
    expect(() => [...scanner.push(bytesOf(`,{"a":"${"x".repeat(1000)}`))]).toThrow(/larger than 1,000 bytes/);
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

describe("the word", () => {
  const other = '{"eventSource":"s3.amazonaws.com","a":"code star odestar codesta"}';
  /** In any chunking, and wherever in a block of 64 bytes the word stands. */
  const isFound = (text: string) => {
    const found = new Set<boolean>();
    for (let shift = 0; shift < 64; shift++) {
      const file = `{"Records":[${other},${" ".repeat(shift)}${text},${other}]}`;
      for (const size of [shift + 1, 64, 100_000]) {
        const { records, count } = scanFor(["a.b"], file, size, { word: WORD });
        expect(count).toBe(3);
        // One whose source the chunk's end cuts is handed out unseen.
        if (size === 100_000) expect(records.filter(({ position }) => position !== 1)).toEqual([]);
        const isThis = records.some((record) => record.position === 1 && record.text === text);
        if (size === 100_000 || !isThis) found.add(isThis);
      }
    }
    expect(found.size).toBe(1);
    return found.has(true);
  };

  test.each([
    '{"a":"codestar"}',
    '{"a":"awscodestar-shop"}',
    '{"a":{"b":[{"c":"x/CodeStar_shop_Owner"}]}}',
    '{"a":"codecodestar"}',
    '{"a":"codestarcodestar"}',
    '{"aws-codestar-":1}',
    `{"a":"${"x".repeat(300)}CodeStar","b":"${"x".repeat(300)}"}`,
    '{\r\n  "a" : {\r\n    "b" : "coDESTAr"\r\n  }\r\n}',
    '{"a":"\\u0063odestar"}',
    '{"a":"\\u0043ode\\u0053tar"}',
    '{"a":"codesta\\u0072"}',
    '{"\\u0063\\u006f\\u0064\\u0065\\u0073\\u0074\\u0061\\u0072":1}',
  ])("makes a record wanted: %s", (record) => {
    expect(isFound(record)).toBe(true);
  });

  test.each([
    "{}",
    '{"a":"cODESTAR"}',
    '{"a":"codesta"}',
    '{"codesta":"r"}',
    '{"a":"code\\nstar"}',
    '{"a":"\\u003eodestar"}',
    '{"a":"\\\\u0063odestar"}',
    '{"a":"\\u0026\\u00e9\\u2028"}',
  ])("isn't in %s", (record) => {
    expect(isFound(record)).toBe(false);
  });

  test("is nothing to a scanner that has none", () => {
    const file = '{"Records":[{"a":"codestar"},{"a":"\\u0063"},{"a":"\\u0000"}]}';
    expect(scanFor(["a.b"], file, 100_000, { word: WORD }).records).toHaveLength(2);
    expect(scanFor(["a.b"], file, 100_000).records).toEqual([]);
  });

  test("outside of Records is nothing to them", () => {
    const file = `{"codestar":"codestar","Records":[${other}],"a":"codestar"}`;
    expect(scanFor(["a.b"], file, 100_000, { word: WORD })).toEqual({ records: [], count: 1 });
  });

  test("must be eight small letters", () => {
    for (const word of ["", "codesta", "codestars", "CodeStar", "codest4r"]) {
      expect(() => new RecordScanner({ sources: [], word })).toThrow(TypeError);
    }
  });
});

test("holds several files at once, and one that needs much memory", () => {
  const long = `{"Records":[{"a":"${"x".repeat(3_000_000)}"},{"b":${"[".repeat(500_000)}${"]".repeat(500_000)}}]}`;
  const scanners = [new RecordScanner(), new RecordScanner()] as const;
  const read: number[][] = [[], []];
  for (let at = 0; at < long.length; at += 70_000) {
    for (const [index, scanner] of scanners.entries()) {
      for (const { bytes: found } of scanner.push(bytesOf(long.slice(at, at + 70_000))))
        read[index]?.push(found.length);
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

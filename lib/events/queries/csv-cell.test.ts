import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell } from "./csv-cell.ts";

/** Whatever can come out of Postgres, save pairs; fast-check's own takes a second to set up. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xd7ff })).map((units) => String.fromCharCode(...units));

describe("csvCell", () => {
  it.each([
    ["plain", "plain"],
    ["", ""],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tcmd", "'\tcmd"],
    ["\rcmd", '"\'\rcmd"'],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["a=1", "a=1"],
  ])("writes %j as %s", (value, cell) => {
    expect(csvCell(value, true)).toBe(cell);
  });

  it("leaves formulas alone where asked", () => {
    expect(csvCell("=1+1", false)).toBe("=1+1");
  });

  it("is read back as it was by a CSV reader, and never as a formula", () => {
    const rows = fc.array(
      fc.tuple(anyText, fc.string({ unit: fc.constantFrom("=", '"', ",", "\r", "\n", "'", "-", "a") })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (values) => {
        const read = (isSafe: boolean): string[][] =>
          parse(values.map((row) => `${row.map((value) => csvCell(value, isSafe)).join(",")}\r\n`).join(""), {
            relaxColumnCount: false,
            skipEmptyLines: false,
            recordDelimiter: "\r\n",
          });
        expect(read(false)).toEqual(values);
        for (const cell of read(true).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

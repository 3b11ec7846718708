import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowCounter } from "./row-counter.ts";

const counted = (text: string, isCsv: boolean, size = 3) => {
  const bytes = new TextEncoder().encode(text);
  const counter = new RowCounter(isCsv);
  for (let at = 0; at < bytes.length; at += size) counter.take(bytes.subarray(at, at + size));
  return counter.rows;
};

describe("RowCounter", () => {
  it("counts rows and no header, line breaks in cells and cut rows left out", () => {
    expect(counted("", true)).toBe(0);
    expect(counted("\uFEFFa,b\r\n", true)).toBe(0);
    expect(counted('a,b\r\n"two\r\nlines","say ""hi"""\r\n1,2\r\n"cut\r\n', true)).toBe(2);
    expect(counted('{"a":"\\"\\n"}\n{"b":1}\n{"cu', false)).toBe(2);
  });

  it("counts what a CSV reader reads, however the bytes come", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "é", "a", "=") });
    const rows = fc.array(fc.tuple(cell, cell), { maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (values, size) => {
        const text = [["x", "y"], ...values]
          .map((row) => `${row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")}\r\n`)
          .join("");
        expect(counted(text, true, size)).toBe(parse(text, { recordDelimiter: "\r\n" }).length - 1);
      }),
    );
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { csvCell } from "./csv-cell.ts";
import { CsvLines } from "./csv-lines.ts";

/** As COPY writes it (CopyAttributeOutCSV); an empty text never comes. */
const postgresCell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const cell = fc.oneof(
  fc.constantFrom("", "=1+1", '"', '""', ",", "\n", "\r\n", "\r", "\t", "-", "@x", '"=', ",=", "é", "a\nb", '=",'),
  fc.string(),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));

it("is what csvCell makes of every cell, wherever the chunks end", () => {
  fc.assert(
    fc.property(table, fc.boolean(), fc.array(fc.integer({ min: 1, max: 9 })), (rows, isSafe, sizes) => {
      const given = Buffer.from(rows.map((row) => `${row.map(postgresCell).join(",")}\n`).join(""));
      const lines = new CsvLines(isSafe);
      let text = "";
      let count = 0;
      const made: Uint8Array[] = [];
      for (let from = 0, turn = 0; from < given.length; turn++) {
        const size = sizes[turn] ?? given.length;
        const part = lines.take(given.subarray(from, from + size));
        made.push(part.bytes);
        count += part.rows;
        from += size;
      }
      text = Buffer.concat(made).toString();
      expect(text).toBe(rows.map((row) => `${row.map((value) => csvCell(value, isSafe)).join(",")}\r\n`).join(""));
      expect(count).toBe(rows.length);
    }),
    { numRuns: 2_000 },
  );
});

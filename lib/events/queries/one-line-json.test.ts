import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneLineJson } from "./one-line-json.ts";

describe("oneLineJson", () => {
  it("leaves a record on one line byte for byte as it is, odd spacing and escapes included", () => {
    const record = String.raw`{ "a" :1.50, "b":"\u0000\ud800 \u00e9\/"  ,"c" : [ ] }`;
    expect(oneLineJson(record)).toBe(record);
  });

  it("takes nothing but white space between tokens out of others", () => {
    const record = '{\r\n\t"a b" : "x  \\" y\\n \\\\",\n  "n": 1.50\n}';
    expect(oneLineJson(record)).toBe('{"a b":"x  \\" y\\n \\\\","n":1.50}');
  });

  it("means the same as before, on one line", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, "\t", "\n", "\r\n "), (value, indent) => {
        const line = oneLineJson(JSON.stringify(value, null, indent));
        expect(line).not.toMatch(/[\r\n]/);
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("copes with a string of a megabyte", () => {
    const record = `{\n"a": "${"x".repeat(1_000_000)}\\""\n}`;
    expect(oneLineJson(record)).toHaveLength(record.length - 3);
  });
});

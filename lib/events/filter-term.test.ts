import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterTermValue, literalPattern, parseFilterTerm, patternParts, patternText } from "./filter-term.ts";

describe("literalPattern", () => {
  it("makes a pattern that stands for exactly the value, also behind a URL's !", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("*", "!", "\\", "a", "é") }), fc.boolean(), (value, isExcluded) => {
        const term = { pattern: literalPattern(value), isExcluded };
        expect(parseFilterTerm(filterTermValue(term))).toEqual(term);
        expect(patternParts(term.pattern)).toEqual([value]);
        expect(patternText(term.pattern)).toBe(value);
      }),
    );
  });
});

describe("patternParts", () => {
  it.each([
    ["Create*", ["Create", ""]],
    ["*:role/*x", ["", ":role/", "x"]],
    [String.raw`100\*`, ["100*"]],
    [String.raw`\!not`, ["!not"]],
    [String.raw`DOMAIN\user`, [String.raw`DOMAIN\user`]],
    [String.raw`a\\*`, ["a\\", ""]],
    ["end\\", ["end\\"]],
  ])("splits %s at its wildcards", (pattern, parts) => {
    expect(patternParts(pattern)).toEqual(parts);
  });
});

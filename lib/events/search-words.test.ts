import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonSpellings, phrasePattern, searchWords } from "./search-words.ts";

/** Every UTF-16 unit alike, halves of pairs included; fast-check's own takes a second to set up. */
const anyText = (minLength = 0) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength }).map((units) => String.fromCharCode(...units));

describe("searchWords", () => {
  it.each([
    ["alice  bob", [["alice"], ["bob"]]],
    ['"team member" alice', [["team member"], ["alice"]]],
    [String.raw`"say \"hi\""`, [['say "hi"']]],
    [String.raw`a\"b`, [['a"b']]],
    ["Create*Project", [["Create", "Project"]]],
    [String.raw`100\*`, [["100*"]]],
    ['"not closed', [["not closed"]]],
    ["back\\", [["back\\"]]],
    [' "" * ', []],
  ])("splits %s", (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  it("takes any text without failing", () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(
          searchWords(text)
            .flat()
            .every((part) => text.length >= part.length),
        ).toBe(true);
      }),
    );
  });
});

describe("jsonSpellings", () => {
  it("is one for a plain word", () => {
    expect(jsonSpellings(["CreateProject"])).toEqual([["CreateProject"]]);
  });

  it("covers what JSON writers do to quotes, letters, slashes and markup", () => {
    const spellings = jsonSpellings(['"é/<']).map(([only]) => only);
    for (const expected of ['"é/<', '\\"é/<', '\\"\\u00e9/<', '\\"\\u00c9/<', '\\"é\\/<', '\\"\\u00e9\\/\\u003c']) {
      expect(spellings).toContain(expected);
    }
    expect(jsonSpellings(["\0"])).toEqual([["\\u0000"]]);
    expect(jsonSpellings(["\ud800"])).toEqual([["\\ud800"]]);
  });

  it("always has the spelling of JSON.stringify", () => {
    fc.assert(
      fc.property(anyText(1), (text) => {
        expect(jsonSpellings([text])).toContainEqual([JSON.stringify(text).slice(1, -1)]);
      }),
    );
  });
});

describe("phrasePattern", () => {
  it.each([
    "plain",
    "two words",
    `a "quote"`,
    String.raw`back\slash\ end\\`,
    String.raw`\"`,
    "* star \\* !",
    "!x",
    '"',
  ])("is one word that means exactly %j", (text) => {
    expect(searchWords(phrasePattern(text))).toEqual([[text]]);
  });

  it("means any text", () => {
    fc.assert(
      fc.property(anyText(1), (text) => {
        expect(searchWords(phrasePattern(text))).toEqual([[text]]);
      }),
    );
  });
});

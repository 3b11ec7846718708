import { describe, expect, test } from "vitest";
import { hiddenCharacters, visibleText } from "./hidden-characters.ts";

const join = (text: string) =>
  hiddenCharacters(text)
    .map((part) => part.text)
    .join("");

describe("hiddenCharacters", () => {
  test("leaves plain text in one part, in any script", () => {
    expect(hiddenCharacters("shop-über-プロジェクト-متجر 🛍")).toEqual([
      { text: "shop-über-プロジェクト-متجر 🛍", code: null },
    ]);
    expect(hiddenCharacters("")).toEqual([{ text: "", code: null }]);
  });

  test.each([
    ["\u202e", "U+202E"],
    ["\u0000", "U+0000"],
    ["\u001b", "U+001B"],
    ["\u200b", "U+200B"],
    ["\u2066", "U+2066"],
    ["\ufeff", "U+FEFF"],
    ["\u{e0041}", "U+E0041"],
    ["\ud800", "U+D800"],
  ])("sets %j apart as %s and keeps it", (character, code) => {
    expect(hiddenCharacters(`a${character}b`)).toEqual([
      { text: "a", code: null },
      { text: character, code },
      { text: "b", code: null },
    ]);
  });

  test("loses nothing", () => {
    const text = "\u202eabc\u202c\t\n\r\u0007<script>\u{e0020}";
    expect(join(text)).toBe(text);
  });

  test("leaves tabs and line feeds alone where lines are kept", () => {
    expect(hiddenCharacters("{\n\t1}", true)).toEqual([{ text: "{\n\t1}", code: null }]);
    expect(hiddenCharacters("{\r\n}", true)).toHaveLength(3);
  });
});

test("visibleText names what can't be seen", () => {
  expect(visibleText("shop\u202egpj.exe\n")).toBe("shop‹U+202E›gpj.exe‹U+000A›");
});

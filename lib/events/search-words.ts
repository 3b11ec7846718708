import { patternParts } from "./filter-term.ts";

/**
 * The words of a `q` value, all of which must occur: separated by white space, a quoted phrase is one word, `\"` is a
 * quote. Each word comes as its literal pieces, between which anything may stand.
 */
export function searchWords(text: string): string[][] {
  const words: string[] = [];
  for (const match of text.matchAll(/"((?:\\[^]|[^"\\]|\\$)*)"?|((?:\\\S|[^\s"\\]|\\(?=\s|$))+)/g)) {
    words.push(match[1] ?? match[2] ?? "");
  }
  return words
    .map((word) => patternParts(word.replaceAll('\\"', '"')))
    .filter((parts) => parts.some((part) => part !== ""));
}

/** The `q` pattern for exactly this text, white space and stars included. */
export function phrasePattern(text: string): string {
  return `"${text.replaceAll(/[\\*]/g, "\\$&").replaceAll('"', '\\"')}"`;
}

/**
 * How a word (its pieces) may be spelled in a record's JSON: as typed, since somebody may paste JSON, or escaped in
 * the ways that JSON writers differ in. To be compared without regard to case.
 */
export function jsonSpellings(word: string[]): string[][] {
  const spellings = new Map<string, string[]>();
  const add = (spelling: string[]) => spellings.set(JSON.stringify(spelling), spelling);
  if (word.every((part) => part.isWellFormed() && !part.includes("\0"))) add(word);
  // ILIKE knows the case of letters, not of their escapes.
  const cases = word.some((part) => /[^\p{ASCII}]/u.test(part)) ? CASES : CASES.slice(0, 1);
  for (const inCase of cases) {
    for (const slash of SLASHES) {
      for (const markup of MARKUP) {
        for (const letters of LETTERS) add(word.map((part) => letters(markup(slash(escapeJson(inCase(part)))))));
      }
    }
  }
  return [...spellings.values()];
}

type Spelling = (text: string) => string;
const asIs: Spelling = (text) => text;
const CASES: Spelling[] = [asIs, (text) => text.toLowerCase(), (text) => text.toUpperCase()];
const SLASHES: Spelling[] = [asIs, (text) => text.replaceAll("/", "\\/")];
const MARKUP: Spelling[] = [asIs, (text) => text.replaceAll(/[<>&'=]/g, unicodeEscape)];
const LETTERS: Spelling[] = [asIs, (text) => text.replaceAll(/[\u007f-\uffff]/g, unicodeEscape)];

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Characters that can't be seen, reorder others or end a line, and any white space but the plain space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\s/u;
const ESCAPE = /^\\u\{[0-9a-f]{1,6}\}/i;

/**
 * A value as it stands between quotes in a query's text: `\"` for a quote, `\u{202e}` for what can't be seen. Every
 * other backslash is the pattern's own; where it would be mistaken it is written `\u{5c}`.
 * @param delimiter what ends the value: a quote, the bracket behind words, or nothing of its own.
 */
export function escapeValue(value: string, delimiter: '"' | ")" | ""): string {
  let text = "";
  for (let rest = value; rest !== "";) {
    const character = firstOf(rest);
    const after = rest.slice(character.length);
    if (rest.startsWith("\\\\")) {
      text += "\\\\";
      rest = rest.slice(2);
      continue;
    }
    const isDelimited = delimiter !== "" && (after === "" || after.startsWith(delimiter));
    const isMistaken = isDelimited || UNSEEN.test(firstOf(after)) || ESCAPE.test(rest);
    if (character === "\\") text += isMistaken ? escapeCode(character) : character;
    else if (character === '"' && delimiter === '"') text += '\\"';
    else if (UNSEEN.test(character) || character === delimiter) text += escapeCode(character);
    else text += character;
    rest = after;
  }
  return text;
}

/** What an escaped text says. */
export function unescapeValue(text: string, delimiter: '"' | ""): string {
  return text.replaceAll(/\\u\{([0-9a-f]{1,6})\}|\\(["\\])/gi, (escape, code?: string, character?: string) => {
    if (code === undefined) return character === '"' && delimiter === '"' ? '"' : escape;
    const point = Number.parseInt(code, 16);
    return point > 0x10_ff_ff ? escape : String.fromCodePoint(point);
  });
}

/** Whether a value says the same without quotes. */
export function isBareValue(value: string): boolean {
  if (value === "" || /^!|[\s,"]/.test(value) || UNSEEN.test(value)) return false;
  return unescapeValue(value, "") === value;
}

function firstOf(text: string): string {
  return text === "" ? "" : String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function escapeCode(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

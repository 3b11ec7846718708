/** What a terminal obeys or doesn't show: controls, bidi marks, separators of lines. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * A text as one word of a POSIX shell, whoever wrote it. Characters that can't be seen are written as numbers: pasted
 * as they are, they could end the paste and have the terminal run what follows. The text can't hold a NUL, nor half a
 * surrogate pair.
 */
export function shellWord(text: string): string {
  if (!HIDDEN.test(text)) return quoted(text);
  // $(…) drops line feeds at its end.
  const [, body = "", end = ""] = /^(.*?)(\n*)$/s.exec(text) ?? [];
  const escaped = body.replaceAll("\\", String.raw`\\`).replaceAll(new RegExp(HIDDEN, "gu"), octal);
  return `"$(printf %b ${quoted(escaped)})"${end === "" ? "" : quoted(end)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function octal(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\0${byte.toString(8).padStart(3, "0")}`).join("");
}

/**
 * A text as one word of a POSIX shell, in no part of which anything is run. Control characters are written as numbers:
 * pasted as they are, they could end the paste and have a terminal run what follows. (Line feeds at the very end of a
 * text that has such characters are lost, as in every `$(…)`.)
 */
export function posixQuote(text: string): string {
  const quoted = (part: string) => `'${part.replaceAll("'", String.raw`'\''`)}'`;
  if (!/\p{Cc}/u.test(text)) return quoted(text);
  const escaped = text.replaceAll("\\", String.raw`\\`).replace(/\p{Cc}/gu, (char) => {
    const bytes = Array.from(new TextEncoder().encode(char));
    return bytes.map((byte) => `\\0${byte.toString(8).padStart(3, "0")}`).join("");
  });
  return `"$(printf %b ${quoted(escaped)})"`;
}

/**
 * Characters that can't be seen or that reorder their neighbours: controls, bidi marks, zero-width and tag characters,
 * lone surrogates. Tab and line feed are left to the place where the text stands.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

export type TextPart = {
  text: string;
  /** `U+202E`, for a character that has to be made visible. */ code: string | null;
};

/** The code point of a character as `U+202E`. */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * A text cut into plain stretches and single hidden characters, nothing lost: the texts of the parts make the whole.
 * @param keepsLines true where tabs and line feeds are part of the layout, as in `<pre>`.
 */
export function hiddenCharacters(text: string, keepsLines = false): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (keepsLines && (match[0] === "\t" || match[0] === "\n")) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), code: null });
    parts.push({ text: match[0], code: codePoint(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), code: null });
  return parts;
}

/** A text for places that take no elements (titles, labels): hidden characters replaced by `‹U+202E›`. */
export function visibleText(text: string): string {
  return hiddenCharacters(text)
    .map((part) => (part.code === null ? part.text : `‹${part.code}›`))
    .join("");
}

/**
 * Text that Postgres can hold in a `text` column: NUL and lone surrogates become U+FFFD, and what is longer than
 * `maxLength` UTF-16 units is cut with an ellipsis (an index entry must stay under 2,700 bytes).
 */
export function cleanText(text: string, maxLength = 2048): string {
  if (text.length <= maxLength && text.isWellFormed() && !text.includes("\0")) return text;
  const clean = text.toWellFormed().replaceAll("\0", "\uFFFD");
  return clean.length <= maxLength ? clean : `${clean.slice(0, maxLength - 1).toWellFormed()}…`;
}

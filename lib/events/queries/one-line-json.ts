/**
 * JSON on one line, as JSON lines need it: unchanged where it has no line break, else without the white space between
 * its tokens. Strings can't hold a line break unescaped, so nothing else is lost.
 */
export function oneLineJson(json: string): string {
  if (!json.includes("\n") && !json.includes("\r")) return json;
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (token) => (token.startsWith('"') ? token : ""));
}

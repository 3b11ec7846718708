import { JSON_TOKEN } from "./json-tokens.ts";

const STEP = "  ";

/**
 * JSON with line breaks and indentation, its tokens untouched: numbers keep their digits, strings their escapes,
 * repeated keys their places, which parsing and printing again would change. Expects valid JSON.
 */
export function indentJson(json: string): string {
  let out = "";
  let depth = 0;
  let isFresh = false;
  const newLine = () => `\n${STEP.repeat(depth)}`;
  for (const [token] of json.matchAll(JSON_TOKEN)) {
    if (token === "}" || token === "]") {
      depth--;
      out += isFresh ? token : newLine() + token;
      isFresh = false;
      continue;
    }
    if (isFresh) out += newLine();
    isFresh = token === "{" || token === "[";
    if (isFresh) depth++;
    if (token === ",") out += token + newLine();
    else out += token === ":" ? ": " : token;
  }
  return out;
}

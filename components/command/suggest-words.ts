import { type Completion, withPhrase } from "#lib/events/query-completion.ts";
import { FILTER_NAMES } from "#lib/events/filter.ts";
import { parseQueryText } from "#lib/events/query-text.ts";
import type { Suggestion } from "./suggestion.ts";

/** To look in the records for what is being typed, when it is no filter: a word as it is, anything else in quotes. */
export function suggestWords(text: string, completion: Completion, caret: number): Suggestion[] {
  const part = parseQueryText(text).parts.find(({ start, end }) => start < caret && caret <= end);
  if (!part || completion.kind === "value") return [];
  const isOdd = part.kind === "field" && !(FILTER_NAMES as readonly string[]).includes(part.name);
  if (part.kind === "field" && !isOdd) return [];
  const words = text.slice(part.start, part.end);
  const isReady = part.kind === "words" && part.item.isClosed && words !== "!";
  const edited = isReady ? { text, caret } : withPhrase(text, part);
  return [{ kind: "words", id: "words", text: words.replaceAll(/^"|"$/g, ""), edited }];
}

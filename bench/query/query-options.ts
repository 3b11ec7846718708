import { chosen, parsedWords, wholeNumber } from "#bench/bench-options.ts";
import { Refusal } from "#scripts/steps/refusal.mjs";

export type QueryOptions<Scenario extends string> = {
  scenarios: Scenario[];
  runs: number;
  events: number;
  /** Whether the database stays for the next bench. */
  isKept: boolean;
  isSaved: boolean;
};

/**
 * The options of the benches that read.
 * @throws Refusal that says what can be given
 */
export function queryOptions<Scenario extends string>(
  words: string[],
  known: readonly Scenario[],
  usualEvents: number,
): QueryOptions<Scenario> {
  const given = parsedWords(words, {
    only: { type: "string" },
    runs: { type: "string", default: "5" },
    events: { type: "string", default: String(usualEvents) },
    keep: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  });
  const events = wholeNumber("events", given.events);
  if (given.save && (events !== usualEvents || given.only !== undefined)) {
    throw new Refusal("--save keeps the figures of a whole run: give it without --events and --only.");
  }
  const runs = wholeNumber("runs", given.runs);
  return { scenarios: chosen(given.only, known), runs, events, isKept: given.keep, isSaved: given.save };
}

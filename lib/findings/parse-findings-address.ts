import { type EventFilter, type FilterProblem, parseEventFilter } from "#lib/events/filter.ts";
import type { Thresholds } from "./finding-kinds.ts";
import { parseThresholds, THRESHOLDS } from "./thresholds.ts";

const FILTERS = new Set(["from", "to", "project", "principal"]);

/**
 * What an address of the findings asks for. What isn't understood is a problem and left out; an empty value is none,
 * because a form without a script sends it.
 * @param ownNames names that the page or route reads itself.
 */
export function parseFindingsAddress(
  address: URLSearchParams,
  ownNames: readonly string[] = [],
): { filter: EventFilter; thresholds: Thresholds; problems: FilterProblem[] } {
  const given = [...address].filter(([name, value]) => value.trim() !== "" && !ownNames.includes(name));
  const isFilter = ([name]: [string, string]) => FILTERS.has(name);
  const { thresholds, problems } = parseThresholds(new URLSearchParams(given));
  const parsed = parseEventFilter(new URLSearchParams(given.filter(isFilter)));
  const unknown = given.filter((entry) => !isFilter(entry) && !THRESHOLDS.has(entry[0]));
  return {
    filter: parsed.filter,
    thresholds,
    problems: [
      ...parsed.problems,
      ...problems,
      ...unknown.map(([name, value]) => ({
        name,
        value,
        message: `findings have no filter or threshold named ${name}`,
      })),
    ],
  };
}

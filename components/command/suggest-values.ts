import type { FacetValue } from "#lib/events/facet.ts";
import type { FacetName } from "#lib/events/fields.ts";
import { type Completion, withValue } from "#lib/events/query-completion.ts";
import { valueTerm } from "#components/events/edit-filter.ts";
import { knownValues } from "./known-values.ts";
import type { Suggestion } from "./suggestion.ts";

type ValueCompletion = Completion & { kind: "value" };
const MOST = 50;

/** The counted values that have in them what is typed. */
export function suggestValues(
  text: string,
  completion: ValueCompletion,
  field: FacetName,
  values: readonly FacetValue[],
): Suggestion[] {
  const typed = completion.typed.toLowerCase().replaceAll("*", "");
  // What a field can be and none of these events is counts, too.
  const others = knownValues(field).filter(([known]) => !values.some(({ value }) => value === known));
  return [...values, ...others.map(([value]): FacetValue => ({ value, count: 0 }))]
    .filter(({ value, label }) => `${label ?? ""} ${value ?? "none"}`.toLowerCase().includes(typed))
    .filter(({ value }) => value !== null || !completion.isExcluded)
    .slice(0, MOST)
    .map((value) => ({
      kind: "value",
      id: `value ${JSON.stringify(value.value)}`,
      field,
      value,
      edited: withValue(text, completion, valueTerm(value.value)),
    }));
}

/** The values that are known without counting. */
export function suggestKnown(text: string, completion: ValueCompletion): Suggestion[] {
  return knownValues(completion.name)
    .filter(([pattern]) => pattern.startsWith(completion.typed))
    .map(([pattern, about]) => ({
      kind: "known",
      id: `known ${pattern}`,
      text: pattern,
      about,
      edited: withValue(text, completion, { pattern, isExcluded: false }),
    }));
}

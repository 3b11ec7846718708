import fc from "fast-check";
import { type EventFilter, FILTER_FIELDS, FILTER_NAMES } from "#lib/events/filter.ts";
import { type FilterTerm, literalPattern } from "#lib/events/filter-term.ts";
import { searchWords } from "#lib/events/search-words.ts";

/** Characters that mean something in a pattern, a URL or a query's text, or that can't be seen. */
const hostile = fc.string({
  unit: fc.constantFrom(..."!*\\\"'(),: \t\n\r\0=&#%+u{5c}a", "\u202e", "\u200b", "\u00a0", "\u2028", "é", "🛍"),
  minLength: 1,
  maxLength: 12,
});
const value = fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), hostile);
const pattern = fc.oneof(
  value.map(literalPattern),
  fc
    .array(
      value.map((text) => literalPattern(text).replace(/^\\!/, "!")),
      { minLength: 2, maxLength: 4 },
    )
    .map((parts) => `*${parts.join("*")}`),
);
/** What nobody's code writes and an address may say all the same; behind a `!` that excludes it, even a `!`. */
const term: fc.Arbitrary<FilterTerm> = fc.oneof(
  fc.record({ pattern, isExcluded: fc.boolean() }),
  fc.record({ pattern: value, isExcluded: fc.constant(true) }),
  fc.record({ pattern: value.filter((text) => !text.startsWith("!")), isExcluded: fc.constant(false) }),
);
const bound = fc.oneof(
  fc
    .date({ noInvalidDate: true, min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-01-01T00:00:00Z") })
    .map((date) => date.toISOString()),
  fc.constantFrom("2024-07-31", "2024-07-31 12:00", "2024-07-31T12:00:00,5 +02:00"),
  fc
    .tuple(fc.nat(99_999), fc.constantFrom("s", "m", "h", "d", "w", "M", "y"))
    .map(([count, unit]) => `-${count}${unit}`),
);

/** Terms that the filter of this name can have. */
function termsOf(name: string): fc.Arbitrary<FilterTerm[]> {
  const field = FILTER_FIELDS.get(name);
  const choices = field?.kind === "enum" ? field.values : field?.kind === "flag" ? ["true", "false", "*"] : null;
  const one = choices ? fc.record({ pattern: fc.constantFrom(...choices), isExcluded: fc.boolean() }) : term;
  const usable = name === "q" ? one.filter(({ pattern }) => searchWords(pattern).length > 0) : one;
  return fc.uniqueArray(usable, {
    minLength: 1,
    maxLength: 4,
    selector: ({ pattern, isExcluded }) => `${isExcluded} ${pattern}`,
  });
}

const termNames = FILTER_NAMES.filter((name) => name !== "from" && name !== "to" && name !== "related");

/** Every filter that an address can say. */
export const anyFilter = fc.record(
  {
    from: bound,
    to: bound,
    related: fc.constantFrom("include", "only"),
    terms: fc.record(Object.fromEntries(termNames.map((name) => [name, termsOf(name)])), { requiredKeys: [] }),
  },
  { requiredKeys: ["terms"] },
) as fc.Arbitrary<EventFilter>;

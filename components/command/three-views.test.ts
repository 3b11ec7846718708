import fc from "fast-check";
import { expect, test } from "vitest";
import { type EventFilter, FILTER_FIELDS, parseEventFilter, type TermFilterName } from "#lib/events/filter.ts";
import { parseQueryText, QUERY_ORDER, queryText } from "#lib/events/query-text.ts";
import { anyFilter } from "#lib/events/testing/any-filter.ts";
import {
  eventsHref,
  invertedTerm,
  onlyValue,
  valueTerm,
  withoutTerm,
  withRelated,
  withTerms,
  withTimes,
} from "#components/events/edit-filter.ts";

// Text, controls and URL are three views of one value: whatever a control makes of a filter, the address and the text
// say it alike, and what is read out of either is that filter again.

const byUrl = (filter: EventFilter) => {
  const { filter: read, problems } = parseEventFilter(new URL(eventsHref(filter), "http://localhost").searchParams);
  expect(problems).toEqual([]);
  return read;
};
const byText = (filter: EventFilter) => {
  const { filter: read, problems } = parseQueryText(queryText(filter));
  expect(problems).toEqual([]);
  return read;
};

const freeNames = QUERY_ORDER.filter((name): name is TermFilterName => {
  const kind = FILTER_FIELDS.get(name)?.kind;
  return kind !== undefined && kind !== "enum" && kind !== "flag";
});
const value = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1 }),
  fc.constantFrom("!x", "*", "a, b", '"', "\\", "a\nb", "\u202e", "none"),
);

/** One turn of a chip, facet, segment or time range. */
type Edit = (filter: EventFilter) => EventFilter;
const ofTerms = (edit: (name: TermFilterName, filter: EventFilter, at: number) => EventFilter): fc.Arbitrary<Edit> =>
  fc.tuple(fc.constantFrom(...QUERY_ORDER), fc.nat(3)).map(([name, at]) => (filter) => {
    if (name === "from" || name === "to" || name === "related") return filter;
    return (filter.terms[name] ?? []).length === 0 ? filter : edit(name, filter, at);
  });
const termAt = (name: TermFilterName, filter: EventFilter, at: number) => {
  const terms = filter.terms[name] ?? [];
  return terms[at % terms.length] ?? valueTerm(null);
};
const edits: fc.Arbitrary<Edit> = fc.oneof(
  ofTerms((name, filter, at) => withoutTerm(filter, name, termAt(name, filter, at))),
  ofTerms((name, filter, at) => invertedTerm(filter, name, termAt(name, filter, at))),
  fc.tuple(fc.constantFrom(...freeNames), value).map(
    ([name, text]): Edit =>
      (filter) =>
        onlyValue(filter, name, text),
  ),
  fc.constantFrom(...freeNames).map(
    (name): Edit =>
      (filter) =>
        onlyValue(filter, name, null),
  ),
  fc.tuple(fc.constantFrom(...freeNames), value).map(([name, text]): Edit => (filter) => {
    const terms = filter.terms[name] ?? [];
    return terms.some((term) => term.pattern === valueTerm(text).pattern && !term.isExcluded)
      ? filter
      : withTerms(filter, name, [...terms, valueTerm(text)]);
  }),
  fc.constantFrom("success", "failure").map(
    (text): Edit =>
      (filter) =>
        withTerms(filter, "outcome", [valueTerm(text)]),
  ),
  fc.constantFrom({}, { from: "-7d" }, { from: "2024-01-01", to: "2024-02-01T00:00:00.000Z" }).map(
    (times): Edit =>
      (filter) =>
        withTimes(filter, times),
  ),
  fc.constantFrom("include" as const, "only" as const, undefined).map(
    (related): Edit =>
      (filter) =>
        withRelated(filter, related),
  ),
);

test("a filter goes round through text, address and controls, and stays what it is", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyFilter, fc.array(edits, { maxLength: 5 }), (start, turns) => {
      let filter = start;
      for (const turn of turns) {
        const here = turn(filter);
        // A control sees the same filter whether it came out of the text or out of the address.
        expect(turn(byText(filter))).toEqual(here);
        expect(turn(byUrl(filter))).toEqual(here);
        filter = here;
        expect(byText(byUrl(filter))).toEqual(filter);
        expect(byUrl(byText(filter))).toEqual(filter);
        expect(queryText(byUrl(filter))).toBe(queryText(filter));
        expect(eventsHref(byText(filter))).toBe(eventsHref(filter));
      }
    }),
    { numRuns: 300 },
  );
});

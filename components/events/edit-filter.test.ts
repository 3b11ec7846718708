import { expect, test } from "vitest";
import { ALL_EVENTS, parseEventFilter, type EventFilter } from "#lib/events/filter.ts";
import { eventsHref, invertedTerm, onlyValue, valueFilter, withoutTerm, withTerms, withTimes } from "./edit-filter.ts";

const filterOf = (search: string): EventFilter => parseEventFilter(new URLSearchParams(search)).filter;

test("no filter is no query", () => {
  expect(eventsHref()).toBe("/events");
  expect(eventsHref(withTerms(filterOf("ip=1.2.3.4"), "ip", []))).toBe("/events");
});

test.each(["*", "!x", "a*b", "\\", "a&b=c#d", "\u202e", "<b>", "arn:aws:iam::1:user/a b+c"])(
  "a value %j comes back from its link as that value",
  (value) => {
    const { searchParams } = new URL(eventsHref(valueFilter("ip", value)), "http://localhost");
    const { filter, problems } = parseEventFilter(searchParams);
    expect(problems).toEqual([]);
    expect(filter).toEqual(valueFilter("ip", value));
    expect(filter.terms.ip?.[0]?.isExcluded).toBe(false);
  },
);

test("events without a value are those without any", () => {
  expect(eventsHref(valueFilter("project", null))).toBe("/events?project=%21*");
});

test("onlyValue keeps the rest of the filter and what is excluded", () => {
  const filter = filterOf("from=-7d&ip=1&ip=!2&action=Create*");
  expect(onlyValue(filter, "ip", "3")).toEqual(filterOf("from=-7d&ip=!2&ip=3&action=Create*"));
  expect(onlyValue(filter, "ip", "2")).toEqual(filterOf("from=-7d&ip=2&action=Create*"));
});

test("a term is taken away or turned round, and no other", () => {
  const filter = filterOf("ip=1&ip=!1&ip=2");
  const one = { pattern: "1", isExcluded: false };
  expect(withoutTerm(filter, "ip", one)).toEqual(filterOf("ip=!1&ip=2"));
  expect(invertedTerm(filter, "ip", one)).toEqual(filterOf("ip=2&ip=!1"));
  expect(invertedTerm(filterOf("ip=2"), "ip", { pattern: "2", isExcluded: false })).toEqual(filterOf("ip=!2"));
});

test("what is excluded with a ! at its beginning can be turned round", () => {
  const filter = filterOf("ip=!!x");
  const turned = invertedTerm(filter, "ip", { pattern: "!x", isExcluded: true });
  expect(filterOf(eventsHref(turned).replace("/events?", ""))).toEqual(turned);
  expect(turned).toEqual(valueFilter("ip", "!x"));
});

test("an open bound isn't written", () => {
  expect(withTimes(filterOf("from=-7d&to=-1d&ip=1"), {})).toEqual(filterOf("ip=1"));
  expect(eventsHref(withTimes(ALL_EVENTS, { from: "2024-01-01" }))).toBe("/events?from=2024-01-01");
});

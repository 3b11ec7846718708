import { expect, test } from "vitest";
import { ALL_EVENTS } from "#lib/events/filter.ts";
import { listHref, readListAddress, searchParamsOf } from "./list-address.ts";

const read = (href: string) => readListAddress(new URL(href, "http://localhost").searchParams);

test("an address comes back as it was written", () => {
  const filter = read("/events?from=-7d&action=Create*&action=!Delete*&q=a+b").filter;
  const place = { order: "asc" as const, asOf: 12, by: "source" as const };
  expect(read(listHref(filter, place))).toEqual({ filter, place, problems: [] });
  expect(listHref()).toBe("/events");
  expect(read("/events")).toEqual({ filter: ALL_EVENTS, place: { order: "desc" }, problems: [] });
});

test("repeated names of a page's query are kept", () => {
  const params = searchParamsOf({ action: ["a", "b"], q: "x", from: undefined });
  expect(params.toString()).toBe("action=a&action=b&q=x");
});

test("what isn't understood is said and left out", () => {
  const { place, problems } = read("/events?asOf=-1&colour=red&outcome=maybe&by=mood&order=up");
  expect(place).toEqual({ order: "desc" });
  expect(problems.map(({ name }) => name).toSorted()).toEqual(["asOf", "by", "colour", "order", "outcome"]);
});

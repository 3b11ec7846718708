import { expect, test } from "vitest";
import { ALL_EVENTS, type EventFilter } from "#lib/events/filter.ts";
import { eventsHref, valueFilter, withTimes } from "#components/events/edit-filter.ts";
import { listLink } from "./list-link.ts";

const linkTo = (href: string) => listLink(new URL(href, "http://127.0.0.1:3000"));

test.each<EventFilter>([
  ALL_EVENTS,
  valueFilter("principal", "arn:aws:sts::1:assumed-role/a,b/!c*"),
  { ...withTimes(valueFilter("outcome", "failure"), { from: "2014-01-01T00:00:00Z", to: "-7d" }), related: "only" },
])("a link made of a filter leads to that filter", (filter) => {
  expect(linkTo(eventsHref(filter))).toEqual(filter);
});

test.each(["/events/some-id", "/events/", "/principals?account=1", "/events?order=asc", "/events?view=v&account=1"])(
  "%s is followed as it is",
  (href) => {
    expect(linkTo(href)).toBe(null);
  },
);

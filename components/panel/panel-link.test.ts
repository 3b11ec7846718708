import { describe, expect, it } from "vitest";
import { parseEventFilter } from "#lib/events/filter.ts";
import { eventHref } from "#components/events/event-href.ts";
import { panelLink } from "./panel-link.ts";

const at = (href: string, shown = "") =>
  panelLink(new URL(href, "http://localhost"), parseEventFilter(new URLSearchParams(shown)).filter);

describe("panelLink", () => {
  it.each(["plain", "sha256:a/b?c#d", "..", "~.", "a b%", "\u202e"])("opens the event %j beside the table", (id) => {
    expect(at(eventHref(id))).toEqual({ open: id });
  });

  it.each(["/principals/1", "/events?from=2024-01-01", "/events?event=x", "/events/x/y", "/"])(
    "leads to %s",
    (href) => {
      expect(at(href)).toBeNull();
    },
  );

  it.each([
    ["/events?ip=1.2.3.4", "", "ip=1.2.3.4"],
    ["/events?ip=1.2.3.4", "from=-7d&ip=9.9.9.9&ip=!8.8.8.8&action=X", "from=-7d&action=X&ip=!8.8.8.8&ip=1.2.3.4"],
    ["/events?ip=1.2.3.4", "ip=!1.2.3.4&ip=!*", "ip=1.2.3.4"],
    ["/events?ip=!1.2.3.4", "ip=1.2.3.4&ip=9.9.9.9", "ip=9.9.9.9&ip=!1.2.3.4"],
    ["/events?related=include&action=X", "", "related=include&action=X"],
    ["/events?related=include&action=X", "related=only", "related=only&action=X"],
  ])("narrows by %s what %s shows to %s", (href, shown, expected) => {
    expect(at(href, shown)).toEqual({ filter: parseEventFilter(new URLSearchParams(expected)).filter });
  });
});

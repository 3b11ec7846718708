import { expect, test } from "vitest";
import { FACET_NAMES } from "#lib/events/fields.ts";
import { facetLayoutText, parseFacetLayout } from "./facet-layout.ts";
import { FACET_ORDER } from "./facet-order.ts";

test("every facet has its section, once", () => {
  expect(FACET_ORDER.map(({ name }) => name).toSorted()).toEqual(FACET_NAMES.toSorted());
});

test("a layout comes back through the cookie", () => {
  const layout = { isFolded: true, open: { ip: 7, access: 2 } };
  expect(parseFacetLayout(facetLayoutText(layout))).toEqual(layout);
  expect(parseFacetLayout(facetLayoutText({ isFolded: false, open: {} }))).toEqual({ isFolded: false, open: {} });
});

test("without a cookie the first sections are open, and what is no section in one is left out", () => {
  expect(Object.keys(parseFacetLayout(undefined).open)).toEqual(["project", "principal", "action"]);
  expect(parseFacetLayout("<script>")).toEqual(parseFacetLayout(undefined));
  expect(parseFacetLayout("shown constructor.3 ip.99 key.x region.2")).toEqual({
    isFolded: false,
    open: { ip: 10, region: 2 },
  });
});

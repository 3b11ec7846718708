import { describe, expect, it } from "vitest";
import { nameKey, viewHref } from "./saved-view.ts";
import { newViewSchema, viewChangeSchema } from "./view-schema.ts";
import { isSameView, viewQuery } from "./view-query.ts";

describe("viewQuery", () => {
  it.each([
    ["", ""],
    ["?", ""],
    ["?from=-7d&project=web&cursor=abc&asOf=7&event=e1&tab=json&against=e2&view=x&at=end", "from=-7d&project=web"],
    ["colour=red&%61sOf=7&columns=a,b&q=a%20b+c", "colour=red&columns=a,b&q=a%20b+c"],
    ["by=source&&order=asc&order", "by=source&order=asc&order"],
  ])("of %j keeps what is shown, as it was written", (search, kept) => {
    expect(viewQuery(search)).toBe(kept);
  });
});

describe("isSameView", () => {
  it.each([
    ["a=1&b=2", "?b=2&a=1&asOf=7&view=x", true],
    ["q=a%20b", "q=a+b", true],
    ["a=1", "a=1&a=1", true],
    ["a=1", "a=1&a=2", false],
    ["", "colour=red", false],
  ])("%j and %j", (one, other, isSame) => {
    expect(isSameView(one, other)).toBe(isSame);
  });
});

describe("what a view is made of", () => {
  it("has a name of one line and a query as it stands in addresses", () => {
    expect(newViewSchema.parse({ name: "  Failed writes ", query: "?outcome=failure&asOf=1" })).toEqual({
      name: "Failed writes",
      query: "outcome=failure",
    });
    expect(viewChangeSchema.parse({ isPinned: true })).toEqual({ isPinned: true });
  });

  it.each([
    { name: "", query: "" },
    { name: " \t ", query: "" },
    { name: "x".repeat(81), query: "" },
    { name: "two\nlines", query: "" },
    { name: "nul\u0000", query: "" },
    { name: "lone \ud800", query: "" },
    { name: 7, query: "" },
    { name: "x" },
    { name: "x", query: "a=b\r\nLocation: x" },
    { name: "x", query: "a=é" },
    { name: "x", query: "a=1#b" },
    { name: "x", query: "a".repeat(8001) },
    { name: "x", query: "", id: "mine" },
  ])("refuses %j", (body) => {
    expect(newViewSchema.safeParse(body).success).toBe(false);
  });

  it("compares names whatever their case", () => {
    expect(nameKey("É Ｘ")).toBe(nameKey("e\u0301 x"));
    expect(nameKey("a")).not.toBe(nameKey("b"));
  });

  it("opens by an address of ours alone", () => {
    expect(viewHref({ id: "a1", query: "" })).toBe("/events?view=a1");
    expect(viewHref({ id: "a1", query: "//evil.example&x=1" })).toBe("/events?//evil.example&x=1&view=a1");
  });
});

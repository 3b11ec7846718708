import { expect, test } from "vitest";
import { eventFilterParams, parseEventFilter } from "#lib/events/filter.ts";
import { rowEdits, valueEdits, valueState } from "./term-state.ts";

const filter = (address: string) => parseEventFilter(new URLSearchParams(address)).filter;
const address = (value: ReturnType<typeof filter>) => decodeURIComponent(String(eventFilterParams(value)));

test("a value is free, included or excluded; so is none", () => {
  expect(valueState(filter(""), "project", "shop")).toBe("free");
  expect(valueState(filter("project=shop"), "project", "shop")).toBe("included");
  expect(valueState(filter("project=!shop"), "project", "shop")).toBe("excluded");
  expect(valueState(filter("project=!*"), "project", null)).toBe("included");
  expect(valueState(filter("project=*"), "project", null)).toBe("excluded");
  expect(valueState(filter("project=sho*"), "project", "shop")).toBe("free");
  expect(valueState(filter("project=\\*"), "project", "*")).toBe("included");
});

test.each([
  ["", "project=shop", "project=!shop"],
  ["project=shop", "", "project=!shop"],
  ["project=!shop", "project=shop", ""],
  ["project=site", "project=site&project=shop", "project=site&project=!shop"],
])("from %j a value is included to %j and excluded to %j", (before, included, excluded) => {
  const edits = valueEdits(filter(before), "project", "shop");
  expect(address(edits.include)).toBe(included);
  expect(address(edits.exclude)).toBe(excluded);
});

test.each([
  ["", "project=!*", "project=*"],
  ["project=!*", "", "project=*"],
  ["project=*", "project=!*", ""],
  ["project=shop", "project=shop&project=!*", "project=shop"],
  ["project=shop&project=!*", "project=shop", "project=shop"],
])("from %j none is included to %j and excluded to %j", (before, included, excluded) => {
  const edits = valueEdits(filter(before), "project", null);
  expect(address(edits.include)).toBe(included);
  expect(address(edits.exclude)).toBe(excluded);
});

test("only a value leaves what is excluded, only a pattern nothing", () => {
  const before = filter("project=site&project=!old&ip=10.0.0.1");
  expect(address(valueEdits(before, "project", "shop").only)).toBe("project=!old&project=shop&ip=10.0.0.1");
  const like = { pattern: "sh*", isExcluded: false };
  expect(address(rowEdits(before, "project", like).only)).toBe("project=sh*&ip=10.0.0.1");
});

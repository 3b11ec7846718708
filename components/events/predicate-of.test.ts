import { expect, test } from "vitest";
import { predicateOf } from "./predicate-of.ts";

test.each([
  ["ines", "ines deleted project shop", "deleted project shop"],
  ["ines", "inesita deleted project shop", "inesita deleted project shop"],
  ["", "somebody deleted project shop", "somebody deleted project shop"],
  ["ines", "ines ", "ines "],
])("%j says %j: %j", (principalName, summary, predicate) => {
  expect(predicateOf({ principalName, summary })).toBe(predicate);
});

import { expect, test } from "vitest";
import { predicateOf } from "./predicate-of.ts";

test.each([
  ["ines", null, "ines deleted project shop", "deleted project shop"],
  ["ines", "Denied", "ines tried to delete project shop (Denied)", "tried to delete project shop"],
  ["ines", null, "ines deleted project shop (Denied)", "deleted project shop (Denied)"],
  ["ines", null, "inesita deleted project shop", "inesita deleted project shop"],
  ["", null, "somebody deleted project shop", "somebody deleted project shop"],
  ["ines", null, "ines ", "ines "],
])("%j with error %j says %j: %j", (principalName, errorCode, summary, predicate) => {
  expect(predicateOf({ principalName, errorCode, summary })).toBe(predicate);
});

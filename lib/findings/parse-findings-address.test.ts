import { expect, test } from "vitest";
import { DEFAULT_THRESHOLDS, THRESHOLDS, thresholdParams } from "./thresholds.ts";
import { findingKinds } from "./finding-kinds.ts";
import { parseFindingsAddress } from "./parse-findings-address.ts";

const parse = (query: string, own: string[] = []) => parseFindingsAddress(new URLSearchParams(query), own);

test("thresholds come from the address, and only those that differ go back into one", () => {
  const { thresholds, problems } = parse("idleDays=30&denied=10&from=2024-01-01&project=shop&cursor=x", ["cursor"]);
  expect(problems).toEqual([]);
  expect(thresholds).toEqual({ ...DEFAULT_THRESHOLDS, idleDays: 30 });
  expect(thresholdParams(thresholds)).toEqual([["idleDays", "30"]]);
});

test.each([
  ["idleDays=0", "idleDays must be a whole number from 1 to 36500"],
  ["idleDays=36501", "idleDays must be"],
  ["idleDays=1e3", "idleDays must be"],
  ["idleDays=3&idleDays=4", "idleDays is given twice"],
  ["outcome=failure", "findings have no filter or threshold named outcome"],
  ["from=soon", "from must be"],
  ["__proto__=1", "findings have no filter or threshold named __proto__"],
])("%s is a problem", (query, message) => {
  const { thresholds, problems } = parse(query);
  expect(problems.map((problem) => problem.message).join()).toContain(message);
  if (!query.includes("idleDays=3")) expect(thresholds).toEqual(DEFAULT_THRESHOLDS);
});

test("an empty field of a form is none", () => {
  expect(parse("project=&idleDays=&from=+").problems).toEqual([]);
});

test("a threshold that kinds share means the same to all of them", () => {
  for (const threshold of findingKinds.flatMap((kind) => kind.thresholds)) {
    expect(threshold).toEqual(THRESHOLDS.get(threshold.name));
    expect(threshold.default).toBeGreaterThanOrEqual(threshold.least);
    expect(threshold.default).toBeLessThanOrEqual(threshold.most);
  }
});

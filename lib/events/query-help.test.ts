import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { QUERY_HELP } from "./query-help.ts";
import { parseQueryText, queryText } from "./query-text.ts";

test.each(QUERY_HELP)("$example is understood, and is how it would be written", ({ example }) => {
  const { filter, problems } = parseQueryText(example);
  expect(problems).toEqual([]);
  expect(queryText(filter)).toBe(example);
});

test("docs/query.md has the examples of the bar's help", () => {
  const doc = readFileSync("docs/query.md", "utf8");
  for (const { example, means } of QUERY_HELP) expect(doc).toContain(`| \`${example}\` | ${means} |`);
});

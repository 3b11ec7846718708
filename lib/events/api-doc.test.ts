import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventFields, FACET_NAMES } from "./fields.ts";
import { FILTER_NAMES } from "./filter.ts";

const doc = readFileSync("docs/api.md", "utf8");

/** The rows of the table under a header row, each as its cells. */
function table(...header: string[]): string[][] {
  const rows = doc.split("\n").map((line) =>
    line.startsWith("|")
      ? line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim())
      : null,
  );
  const start = rows.findIndex((row) => row?.join("|") === header.join("|"));
  const end = rows.findIndex((row, index) => index > start && row === null);
  return rows.slice(start + 2, end).map((row) => row ?? []);
}

describe("docs/api.md", () => {
  it("has every field as fields.ts declares it", () => {
    const code = (name: string | undefined) => (name === undefined ? "" : `\`${name}\``);
    expect(table("CSV column", "JSON key", "filter", "holds")).toEqual(
      eventFields.map((field) => [code(field.name), code(field.key), code(field.filter), field.about]),
    );
  });

  it("has every filter and every facet", () => {
    const filters = table("name", "value").map(([name]) => name?.replaceAll("`", ""));
    expect(new Set(filters)).toEqual(new Set<string>(FILTER_NAMES));
    expect(doc).toContain(`the name of a filter: ${FACET_NAMES.map((name) => `\`${name}\``).join(", ")} |`);
  });
});

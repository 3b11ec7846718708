import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findingKinds } from "./finding-kinds.ts";

test("docs/api.md has every kind with its thresholds", () => {
  const rows = findingKinds.map(({ id, question, thresholds }) => {
    const numbers = thresholds.map(
      ({ name, least, most, unit, default: usual }) => `\`${name}\` ${least} to ${most} ${unit}, default ${usual}`,
    );
    return `| \`${id}\` | ${question} | ${numbers.join("; ")} |`;
  });
  expect(readFileSync("docs/api.md", "utf8")).toContain(`|---|---|---|\n${rows.join("\n")}\n\n`);
});

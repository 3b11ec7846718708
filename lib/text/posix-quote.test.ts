import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { posixQuote } from "./posix-quote.ts";

const inShell = (texts: string[]) =>
  execFileSync("sh", ["-c", `printf '%s\\0' ${texts.map((text) => posixQuote(text)).join(" ")}`])
    .toString()
    .split("\0")
    .slice(0, -1);

describe("posixQuote", () => {
  it.each([
    "",
    "plain",
    "-rf",
    "it's",
    "'; rm -rf / #",
    '$(touch pwned) `id` $HOME \\ " ! * ? ~ {a,b}',
    "\u001b[201~\nid\n'; id #",
    "\u0085 \u202e é 🌱",
  ])("%j comes through a shell as it is", (text) => {
    expect(posixQuote(text)).not.toMatch(/\p{Cc}/u);
    expect(inShell([text])).toEqual([text]);
  });

  it("does so with anything that has no NUL, and no line feed at its end", () => {
    const units = fc.constantFrom("'", '"', "\\", "$", "`", "0", "n", "%", "\n", "\t", "\u001b", " ", "é", "#");
    const texts = fc.array(
      fc.string({ unit: units }).map((text) => `${text}.`),
      { minLength: 20, maxLength: 40 },
    );
    fc.assert(
      fc.property(texts, (some) => {
        expect(inShell(some)).toEqual(some);
      }),
      { numRuns: 20 },
    );
  });
});

import { expect, it } from "vitest";
import { terminalText } from "./terminal-text.ts";

it.each([
  ["\u001b[2J\u0007", String.raw`\x1b[2J\x07`],
  ["a\r\nb\tc\u0000", String.raw`a\x0d\x0ab\x09c\x00`],
  ["\u009b31m", String.raw`\x9b31m`],
  ["exe.\u202egpj", String.raw`exe.\u202egpj`],
  ["plain “text” – ärger 🙂", "plain “text” – ärger 🙂"],
])("%j is shown as it is, without effect on the terminal", (text, shown) => {
  expect(terminalText(text)).toBe(shown);
});

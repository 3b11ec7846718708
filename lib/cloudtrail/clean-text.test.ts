import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";
import { plainText } from "./plain-text.ts";

test("what Postgres can't hold becomes U+FFFD, all else stays", () => {
  expect(cleanText("a\0b\ud800c\udc00")).toBe("a\ufffdb\ufffdc\ufffd");
  expect(cleanText("tab\t\r\n ü 😀 <b>=1+1")).toBe("tab\t\r\n ü 😀 <b>=1+1");
});

test("long texts are cut between characters", () => {
  expect(cleanText("x".repeat(5000))).toBe(`${"x".repeat(2047)}…`);
  expect(cleanText("abc", 3)).toBe("abc");
  expect(cleanText("ab😀d", 4)).toBe("ab\ufffd…");
});

test("plain text is one line without anything unseen", () => {
  expect(plainText(" a\r\n\tb  c ", 10)).toBe("a b c");
  expect(plainText("\u001b[31mred\u202e\u0000\u2028\u200b\ud800", 20)).toBe(
    "\ufffd[31mred\ufffd\ufffd\ufffd\ufffd\ufffd",
  );
  expect(plainText("x".repeat(100_000), 5)).toBe("xxxx…");
  expect(plainText(" \n ", 5)).toBe("");
});

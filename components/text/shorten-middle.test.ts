import { expect, test } from "vitest";
import { shortenMiddle } from "./shorten-middle.ts";

test("leaves what fits alone", () => {
  expect(shortenMiddle("", 5)).toBe("");
  expect(shortenMiddle("abcde", 5)).toBe("abcde");
});

test("keeps both ends", () => {
  expect(shortenMiddle("abcdefghij", 5)).toBe("ab…ij");
  expect(shortenMiddle("arn:aws:codestar:eu-west-1:111122223333:project/shop", 20)).toBe("arn:aws:co…ject/shop");
});

test("cuts no character in two", () => {
  expect(shortenMiddle("🛍🛍🛍🛍🛍", 3)).toBe("🛍…🛍");
});

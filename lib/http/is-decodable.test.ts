import { expect, test } from "vitest";
import { isDecodable } from "./is-decodable.ts";

test.each(["/", "/events", "/events/%25", "/events/a%2Fb", "/projects/%C3%A9", "/é", "/events/%00"])(
  "%s can be decoded",
  (path) => expect(isDecodable(path)).toBe(true),
);

test.each(["/events/%ff", "/events/%", "/%zz", "/events/%C3", "/projects/a/b/%ed%a0%80"])("%s can't be", (path) =>
  expect(isDecodable(path)).toBe(false),
);

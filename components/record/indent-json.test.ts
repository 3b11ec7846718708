import { expect, test } from "vitest";
import { indentJson } from "./indent-json.ts";

test.each([
  "{}",
  "[]",
  "null",
  '{"a":1,"b":[true,false,null,{"c":{}}],"d":[],"e":"x"}',
  '[[1,2],[3,[4]],"{,}:[\\"]"]',
  '{ "a" :\r\n [ ] , "b" : { "c" : 1 } }',
])("%s looks as JSON.stringify would print it", (json) => {
  expect(indentJson(json)).toBe(JSON.stringify(JSON.parse(json), null, 2));
});

test("leaves every token as it was delivered", () => {
  const json = '{"a":1.0,"a":12345678901234567890,"\\u002e":"\\u0000\\ud800\\/","e":1E5}';
  expect(indentJson(json).replaceAll(/\n\s*/g, "").replaceAll(": ", ":")).toBe(json);
});

import { expect, it } from "vitest";
import { eventIdIn } from "./event-id-in.ts";

it.each([
  ["  6d0f3f0a-4b4c  ", "6d0f3f0a-4b4c"],
  ["sha256:ab/c", "sha256:ab/c"],
  ["http://127.0.0.1:3000/events/sha256%3Aab%2Fc?x#y", "sha256:ab/c"],
  ["https://astrolabe.example/events?q=x&event=a%20b&tab=json", "a b"],
  ["/events/abc", "abc"],
  ["https://astrolabe.example/projects", null],
  ["", null],
])("in %j it is %j", (text, id) => {
  expect(eventIdIn(text)).toBe(id);
});

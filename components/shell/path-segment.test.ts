import { expect, test } from "vitest";
import { pathSegment, readDecodedSegments, readSegments } from "./path-segment.ts";

test.each([
  "a",
  "a/b?c#d",
  "..",
  ".",
  "~..",
  "~~.",
  "...",
  "~",
  "%2F",
  "%2541",
  "%",
  "\u202e",
  "<b>",
  "ключ",
  "a b",
  "\\",
  "\u0000",
])("%j comes back through an address", (value) => {
  const { pathname } = new URL(`http://localhost/events/${pathSegment(value)}`);
  const [, events, segment = "", ...rest] = pathname.split("/");
  expect([events, rest]).toEqual(["events", []]);
  expect(readSegments({ id: segment })).toEqual({ id: value });
  expect(readDecodedSegments({ id: decodeURIComponent(segment) })).toEqual({ id: value });
});

test("a lone surrogate becomes what the database made of it", () => {
  expect(readSegments({ id: pathSegment("\ud800") })).toEqual({ id: "\ufffd" });
});

test("a broken encoding stays as it is", () => {
  expect(readSegments({ id: "%E0%A4%A" })).toEqual({ id: "%E0%A4%A" });
});

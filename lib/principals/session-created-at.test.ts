import { expect, it } from "vitest";
import { sessionCreatedAt } from "./session-created-at.ts";

const record = (creationDate: unknown) =>
  JSON.stringify({ userIdentity: { sessionContext: { attributes: { creationDate } } } });

it.each([
  [record("2024-05-01T08:30:00Z"), "2024-05-01T08:30:00Z"],
  [record("20240501T083000Z"), "2024-05-01T08:30:00Z"],
  [record("2024-05-01T10:00:00Z"), "2024-05-01T10:00:00Z"],
  [record("2024-05-01T10:00:01Z"), null],
  [record("yesterday"), null],
  [record(""), null],
  [record(7), null],
  [JSON.stringify({ userIdentity: { sessionContext: null } }), null],
  ["{}", null],
  ["[]", null],
])("of %s it is %s", (text, expected) => {
  expect(sessionCreatedAt(text, "2024-05-01T10:00:00Z")).toBe(expected);
});
